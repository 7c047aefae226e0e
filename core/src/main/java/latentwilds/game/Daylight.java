package latentwilds.game;

import java.util.List;

/**
 * The colour of the light at a time of day. By day it changes nothing.
 *
 * @param red factor, 0 to 1
 * @param green factor, 0 to 1
 * @param blue factor, 0 to 1
 * @param saturation 1 as painted, 0 grey
 */
public record Daylight(float red, float green, float blue, float saturation) {
    /** Seconds from one noon to the next. */
    public static final double DAY_SECONDS = 16 * 60;

    /** A run begins in the morning. */
    private static final double MORNING = 0.36;

    private static final Daylight NIGHT = new Daylight(0.42f, 0.5f, 0.76f, 0.65f);
    private static final Daylight DAWN = new Daylight(1, 0.8f, 0.74f, 0.9f);
    private static final Daylight DAY = new Daylight(1, 1, 1, 1);
    private static final Daylight DUSK = new Daylight(1, 0.7f, 0.52f, 1);

    private static final double NIGHT_ENDS = 0.26;
    private static final double NIGHT_BEGINS = 0.8;

    /** From this fraction of a day on, counted from midnight, the light goes over to the next. */
    private record Hour(double from, Daylight light) {}

    private static final List<Hour> HOURS =
            List.of(
                    new Hour(0, NIGHT),
                    new Hour(0.21, NIGHT),
                    new Hour(0.27, DAWN),
                    new Hour(0.34, DAY),
                    new Hour(0.69, DAY),
                    new Hour(0.77, DUSK),
                    new Hour(0.84, NIGHT),
                    new Hour(1, NIGHT));

    /**
     * The light some time after a run's beginning.
     *
     * @param seconds since the beginning, not negative
     * @return changes slowly and smoothly
     */
    public static Daylight after(double seconds) {
        double days = MORNING + seconds / DAY_SECONDS;
        double time = days - Math.floor(days);
        int next = 1;
        while (HOURS.get(next).from <= time) {
            next++;
        }
        Hour last = HOURS.get(next - 1);
        Hour coming = HOURS.get(next);
        float share = (float) ((time - last.from) / (coming.from - last.from));
        return last.light.towards(coming.light, share * share * (3 - 2 * share));
    }

    /**
     * Whether it is night some time after a run's beginning: between the middles of dusk and dawn.
     *
     * @param seconds since the beginning, not negative
     * @return true for nearly half of the time
     */
    public static boolean night(double seconds) {
        double days = MORNING + seconds / DAY_SECONDS;
        double time = days - Math.floor(days);
        return time < NIGHT_ENDS || time > NIGHT_BEGINS;
    }

    /**
     * The same light below clouds: greyer, and dimmer where it rains or snows.
     *
     * @param weather of now
     * @return this itself below a clear sky
     */
    public Daylight under(Weather weather) {
        Daylight rainy = new Daylight(0.6f * red, 0.67f * green, 0.77f * blue, 0.55f * saturation);
        Daylight snowy = new Daylight(0.76f * red, 0.82f * green, 0.92f * blue, 0.5f * saturation);
        Daylight misty = new Daylight(0.94f * red, 0.96f * green, 0.97f * blue, 0.7f * saturation);
        return towards(rainy, weather.rain())
                .towards(snowy, weather.snow())
                .towards(misty, weather.fog());
    }

    private Daylight towards(Daylight other, float share) {
        return new Daylight(
                red + share * (other.red - red),
                green + share * (other.green - green),
                blue + share * (other.blue - blue),
                saturation + share * (other.saturation - saturation));
    }
}
