package latentwilds.game;

import java.util.Locale;

/**
 * What falls from the sky and hangs in the air, each from 0 (none) to 1 (as much as there is).
 *
 * @param rain drops
 * @param snow flakes
 * @param fog mist over the ground
 */
public record Weather(float rain, float snow, float fog) {
    /** Nothing. */
    public static final Weather CLEAR = new Weather(0, 0, 0);

    /** A downpour. */
    public static final Weather RAIN = new Weather(1, 0, 0.1f);

    /** A snowfall. */
    public static final Weather SNOW = new Weather(0, 1, 0.1f);

    /** A thick mist. */
    public static final Weather FOG = new Weather(0, 0, 1);

    private static final float HARDLY = 0.05f;

    /** Checks the ranges. */
    public Weather {
        if (!(inside(rain) && inside(snow) && inside(fog))) {
            throw new IllegalArgumentException(
                    "Weather: expected 0 to 1, found rain %s, snow %s, fog %s"
                            .formatted(rain, snow, fog));
        }
    }

    private static boolean inside(float part) {
        return part >= 0 && part <= 1;
    }

    /**
     * For a person to read.
     *
     * @return for example {@code rain 0.80}, or {@code clear}
     */
    public String words() {
        StringBuilder words = new StringBuilder();
        word(words, "rain", rain);
        word(words, "snow", snow);
        word(words, "fog", fog);
        return words.isEmpty() ? "clear" : words.toString();
    }

    private static void word(StringBuilder words, String name, float part) {
        if (part >= HARDLY) {
            words.append(words.isEmpty() ? "" : ", ")
                    .append(String.format(Locale.ROOT, "%s %.2f", name, part));
        }
    }
}
