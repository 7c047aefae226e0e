package latentwilds.world;

import java.util.List;
import latentwilds.seed.RandomStream;
import latentwilds.seed.Streams;

/**
 * What sets an island apart from others, drawn from its seed: where its mountains are, and what
 * decides where it is cold and wet. Immutable.
 *
 * @param mountains where they are
 * @param warmth what decides temperature
 * @param rain what decides moisture
 * @param hills how high hills are, 1 as a rule
 * @param hollows how deep the hollows are in which lakes stand, in units of height
 * @param direction in which it gets colder, in radians
 * @param windward where the wet wind comes from, in radians
 * @param focusX middle of massif, spine, heart; a fraction of the side
 * @param focusY the same to the north
 * @param gathered how much nearer to the focus' opposite fire is than elsewhere; 0 scatters it
 */
record Nature(
        Mountains mountains,
        Warmth warmth,
        Rain rain,
        double hills,
        double hollows,
        double direction,
        double windward,
        double focusX,
        double focusY,
        double gathered) {

    /** Where mountains are. */
    enum Mountains {
        /** Here and there. */
        SCATTERED,
        /** In one long range. */
        RANGE,
        /** Round one summit. */
        MASSIF,
        /** Along the coasts. */
        RIM,
        /** Hardly anywhere. */
        FEW
    }

    /** What decides temperature. */
    enum Warmth {
        /** It gets colder towards a side, with exceptions. */
        SLANT,
        /** It gets colder towards a side, in clear bands. */
        BANDS,
        /** Patches. */
        PATCHES,
        /** It gets colder towards a place inland. */
        COLD_HEART,
        /** It gets warmer towards a place inland. */
        HOT_HEART
    }

    /** What decides moisture. */
    enum Rain {
        /** Patches. */
        PATCHES,
        /** The side where the wind comes from is wet. */
        WINDWARD,
        /** Coasts are wet, the inland is dry. */
        COASTS,
        /** Lowland is wet. */
        LOWLAND
    }

    static Nature of(Streams streams) {
        RandomStream random = streams.stream("world.nature");
        Mountains mountains = random.pick(List.of(Mountains.values()));
        Warmth warmth = random.pick(List.of(Warmth.values()));
        Rain rain = random.pick(List.of(Rain.values()));
        double hills = 0.55 + 0.7 * random.nextDouble();
        // A few lakes, or a land of lakes.
        double hollows = random.nextDouble() < 0.6 ? 0.05 : 0.12;
        double direction = 2 * Math.PI * random.nextDouble();
        double windward = 2 * Math.PI * random.nextDouble();
        double focusX = 0.5 + 0.16 * (2 * random.nextDouble() - 1);
        double focusY = 0.5 + 0.16 * (2 * random.nextDouble() - 1);
        double gathered = random.nextDouble() < 0.4 ? 0 : 0.6;
        return new Nature(
                mountains, warmth, rain, hills, hollows, direction, windward, focusX, focusY,
                gathered);
    }

    /**
     * How mountainous a place is.
     *
     * @param u cells from the west, over the side
     * @param v cells from the south, over the side
     * @param inland as {@link Landmass#inland}
     * @param noise of a range's wavelength, -1 to 1
     * @return 0 to about 1.2
     */
    double range(double u, double v, double inland, double noise) {
        double scattered = Shape.smoothstep(-0.05, 0.45, noise);
        return switch (mountains) {
            case SCATTERED -> scattered;
            case RANGE -> 1.2 * (1 - Shape.smoothstep(0.02, 0.1, Math.abs(across(u, v))));
            case MASSIF -> 1.2 * (1 - Shape.smoothstep(0.04, 0.2, far(u, v)));
            case RIM -> 1.1 * (1 - Shape.smoothstep(0.35, 0.62, inland)) * (0.4 + 0.6 * scattered);
            case FEW -> 0.3 * scattered;
        };
    }

    /** Higher ground under the mountains, so that a range is seen as one. */
    double rise(double u, double v) {
        return switch (mountains) {
            case RANGE -> 0.1 * (1 - Shape.smoothstep(0.02, 0.16, Math.abs(across(u, v))));
            case MASSIF -> 0.16 * (1 - Shape.smoothstep(0.02, 0.24, far(u, v)));
            default -> 0;
        };
    }

    /** What is added to strangeness before it is levelled. */
    double fire(double u, double v) {
        if (gathered == 0) {
            return 0;
        }
        // A summit burns; other fires keep away from what else the island has to show.
        double x = mountains == Mountains.MASSIF ? u : 1 - u;
        double y = mountains == Mountains.MASSIF ? v : 1 - v;
        return gathered * (1 - Shape.smoothstep(0.02, 0.3, far(x, y)));
    }

    private double across(double u, double v) {
        return (u - focusX) * StrictMath.sin(windward) - (v - focusY) * StrictMath.cos(windward);
    }

    private double far(double u, double v) {
        return Math.sqrt((u - focusX) * (u - focusX) + (v - focusY) * (v - focusY));
    }

    private double towards(double angle, double u, double v) {
        return (u - 0.5) * StrictMath.cos(angle) + (v - 0.5) * StrictMath.sin(angle);
    }

    /** Temperature before it is stretched, without what height takes. */
    double warmth(double u, double v, double noise) {
        return switch (warmth) {
            case SLANT -> 0.45 * noise - 0.6 * towards(direction, u, v);
            case BANDS -> 0.16 * noise - 1.1 * towards(direction, u, v);
            case PATCHES -> 0.5 * noise - 0.12 * towards(direction, u, v);
            case COLD_HEART -> 0.2 * noise + 0.9 * far(u, v);
            case HOT_HEART -> 0.2 * noise - 0.9 * far(u, v);
        };
    }

    /** Moisture before it is stretched. */
    double rain(double u, double v, double noise, double height) {
        return switch (rain) {
            case PATCHES -> 0.5 * noise - 0.3 * height;
            case WINDWARD -> 0.22 * noise + 0.8 * towards(windward, u, v) - 0.3 * height;
            case COASTS -> 0.25 * noise - 1.4 * height;
            case LOWLAND -> 0.3 * noise - 0.8 * height;
        };
    }
}
