package latentwilds.world;

import java.util.Arrays;

/**
 * How well each biome suits a place, in units of height: what suits best grows there, and how much
 * better it must suit than another is the width of their border. Immutable; any thread.
 */
final class Suitability {
    /** Far below what suits anywhere. */
    private static final double NEVER = -10;

    private static final double ABYSS = Climate.SEA - 0.09;
    private static final double DEEP = 0.035;
    private static final double BEACH = 0.022;

    /** Lakes are smaller and steeper than the sea. */
    private static final double DEEP_LAKE = 0.022;

    private static final double PER_CELL_OF_RIVER = 0.008;
    private static final double STRANGENESS = 0.5;
    private static final double CLIFF = 0.019;
    private static final double PEAK = 0.86;
    private static final double SCREE = 0.024;

    /** A biome's favourite place on the axes temperature and moisture. */
    private record Favourite(Biome biome, double temperature, double moisture) {}

    /** An array: it is read a million times before the machine has compiled a list's iterator. */
    private static final Favourite[] FAVOURITES = {
        new Favourite(Biome.ICE, 0.01, 0.82),
        new Favourite(Biome.SNOW, 0.03, 0.33),
        // Between snow and green: stones where it is dry, else a wood.
        new Favourite(Biome.GRAVEL, 0.18, 0.18),
        new Favourite(Biome.FOREST_FLOOR, 0.18, 0.53),
        new Favourite(Biome.FOREST_FLOOR, 0.2, 0.9),
        new Favourite(Biome.GRASS, 0.36, 0.4),
        new Favourite(Biome.DIRT, 0.5, 0.04),
        new Favourite(Biome.FOREST_FLOOR, 0.5, 1),
        new Favourite(Biome.GRASS, 0.4, 0.72),
        new Favourite(Biome.MEADOW, 0.62, 0.62),
        new Favourite(Biome.DRY_GRASS, 0.72, 0.26),
        new Favourite(Biome.SWAMP, 0.85, 0.98),
        new Favourite(Biome.SAND, 1, 0.1),
        new Favourite(Biome.FOREST_FLOOR, 1.04, 0.62)
    };

    private final Climate climate;
    private final Waters waters;
    private final Field.Rule banks;

    /** For land that is as it grew. */
    Suitability(Climate climate, Waters waters) {
        this(climate, waters, (x, y) -> NEVER);
    }

    private Suitability(Climate climate, Waters waters, Field.Rule banks) {
        this.climate = climate;
        this.waters = waters;
        this.banks = banks;
    }

    /** For the same land with banks across its waters. */
    Suitability with(Ways ways) {
        return new Suitability(climate, waters, ways::bank);
    }

    /** Whether a place is so far below the sea that nothing but deep water suits it. */
    boolean abyss(double x, double y) {
        return climate.elevation(x, y) < ABYSS && climate.strangeness(x, y) < Climate.STRANGE - 0.1;
    }

    /** Fills one number per biome, in the enum's order; larger suits better. */
    void at(double x, double y, double[] scores) {
        Arrays.fill(scores, NEVER);
        double best = climates(climate.temperature(x, y), climate.moisture(x, y), scores);
        for (int i = 0; i < scores.length; i++) {
            // The best climate of any land counts nothing, all others less.
            scores[i] -= scores[i] > NEVER ? best : 0;
        }
        heights(x, y, scores);
    }

    private static double climates(double temperature, double moisture, double[] scores) {
        double best = NEVER;
        for (Favourite favourite : FAVOURITES) {
            double dt = temperature - favourite.temperature;
            double dm = moisture - favourite.moisture;
            double score = -(dt * dt + dm * dm);
            int at = favourite.biome.ordinal();
            scores[at] = score > scores[at] ? score : scores[at];
            best = score > best ? score : best;
        }
        return best;
    }

    private void heights(double x, double y, double[] scores) {
        double height = climate.elevation(x, y);
        double rock = Math.max(4 * (climate.slope(x, y) - CLIFF), 0.6 * (height - PEAK));
        // Cliffs rise from the water, not below it.
        rock = Math.min(rock, 1.5 * (height - Climate.SEA));
        scores[Biome.ROCK.ordinal()] = rock;
        put(scores, Biome.GRAVEL, 0.5 * (rock + SCREE) - 0.006);
        double volcanic = STRANGENESS * (climate.strangeness(x, y) - Climate.STRANGE);
        double lava = volcanic + STRANGENESS * (climate.strangeness(x, y) - Climate.MOLTEN);
        scores[Biome.VOLCANIC.ordinal()] = volcanic;
        scores[Biome.LAVA.ordinal()] = lava;
        double bank = banks.at(x, y);
        double bed = Math.max(height, Climate.SEA + bank);
        double depth = Math.min(waters.lake(x, y), -bank);
        double beach = Climate.SEA + BEACH - bed;
        double sea = beach + Climate.SEA - bed;
        double lake = 2 * depth;
        double river = PER_CELL_OF_RIVER * waters.river(x, y);
        put(scores, Biome.BEACH, beach);
        put(scores, Biome.SHALLOW_WATER, Math.max(sea, Math.max(lake, river)));
        put(
                scores,
                Biome.DEEP_WATER,
                Math.max(sea + Climate.SEA - DEEP - bed, lake + 2 * (depth - DEEP_LAKE)));
    }

    private static void put(double[] scores, Biome biome, double score) {
        scores[biome.ordinal()] = Math.max(scores[biome.ordinal()], score);
    }
}
