package latentwilds.world;

import java.util.Arrays;
import latentwilds.seed.Streams;

/**
 * How well each biome suits a place, in units of height: what suits best grows there, and how much
 * better it must suit than another is the width of their border. Immutable; any thread.
 */
final class Suitability {
    /** Far below what suits anywhere. */
    private static final double NEVER = -10;

    /**
     * Cells by which outlines are frayed: every place has the climate and the height of one beside
     * it. Else a level shore or the foot of a slope would be a straight edge for a screen's width.
     */
    private static final double GRAIN = 2.4;

    private static final double ABYSS = Climate.SEA - 0.09;
    private static final double DEEP = 0.035;
    private static final double BEACH = 0.022;

    /** Lakes are smaller and steeper than the sea. */
    private static final double DEEP_LAKE = 0.022;

    private static final double PER_CELL_OF_RIVER = 0.008;

    /** What lava loses per cell nearer to a river. */
    private static final double COOLING = 0.1;

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

    /** All that a river may have to run through. */
    private static final Biome[] DRY =
            Arrays.stream(Biome.values()).filter(Biome::dry).toArray(Biome[]::new);

    private final Climate climate;
    private final Waters waters;
    private final Bend grain;
    private final Field.Rule banks;

    /** For land that is as it grew, of {@code size x size} cells. */
    Suitability(Streams streams, Climate climate, Waters waters, int size) {
        this(
                climate,
                waters,
                Bend.grain(streams.stream("world.grain"), size, GRAIN),
                (x, y) -> NEVER);
    }

    private Suitability(Climate climate, Waters waters, Bend grain, Field.Rule banks) {
        this.climate = climate;
        this.waters = waters;
        this.grain = grain;
        this.banks = banks;
    }

    /** For the same land with banks across its waters. */
    Suitability with(Ways ways) {
        return new Suitability(climate, waters, grain, ways::bank);
    }

    /** Whether a place is so far below the sea that nothing but deep water suits it. */
    boolean abyss(double x, double y) {
        return climate.elevation(x, y) < ABYSS && climate.strangeness(x, y) < Climate.STRANGE - 0.1;
    }

    /** Fills one number per biome, in the enum's order; larger suits better. */
    void at(double x, double y, double[] scores) {
        Arrays.fill(scores, NEVER);
        double u = grain.x(x, y);
        double v = grain.y(x, y);
        double best = climates(climate.temperature(u, v), climate.moisture(u, v), scores);
        for (int i = 0; i < scores.length; i++) {
            // The best climate of any land counts nothing, all others less.
            scores[i] -= scores[i] > NEVER ? best : 0;
        }
        heights(u, v, banks.at(x, y), scores);
        double river = waters.river(x, y);
        if (river > -Strokes.MARGIN) {
            river(river, scores);
        }
    }

    /** The height of the ground that one sees at a place. */
    double height(double x, double y) {
        return climate.elevation(grain.x(x, y), grain.y(x, y));
    }

    /** The slope of the ground that one sees at a place. */
    double slope(double x, double y) {
        return climate.slope(grain.x(x, y), grain.y(x, y));
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

    private void heights(double x, double y, double bank, double[] scores) {
        double height = climate.elevation(x, y);
        double rock = Math.max(4 * (climate.slope(x, y) - CLIFF), 0.6 * (height - PEAK));
        // Cliffs rise from the water, not below it.
        rock = Math.min(rock, 1.5 * (height - Climate.SEA));
        scores[Biome.ROCK.ordinal()] = rock;
        put(scores, Biome.GRAVEL, 0.5 * (rock + SCREE) - 0.006);
        double strangeness = climate.strangeness(x, y);
        double volcanic = STRANGENESS * (strangeness - Climate.STRANGE);
        double lava = volcanic + STRANGENESS * (strangeness - Climate.MOLTEN);
        scores[Biome.VOLCANIC.ordinal()] = volcanic;
        scores[Biome.LAVA.ordinal()] = lava;
        double bed = Math.max(height, Climate.SEA + bank);
        double depth = Math.min(waters.lake(x, y), -bank);
        double beach = Climate.SEA + BEACH - bed;
        double sea = beach + Climate.SEA - bed;
        double lake = 2 * depth;
        put(scores, Biome.BEACH, beach);
        put(scores, Biome.SHALLOW_WATER, Math.max(sea, lake));
        put(
                scores,
                Biome.DEEP_WATER,
                Math.max(sea + Climate.SEA - DEEP - bed, lake + 2 * (depth - DEEP_LAKE)));
    }

    /** A river runs through whatever ground there is, down to the sea; lava cools beside it. */
    private void river(double inside, double[] scores) {
        scores[Biome.LAVA.ordinal()] -= COOLING * (inside + Strokes.MARGIN);
        double ground = 0;
        for (Biome dry : DRY) {
            ground = Math.max(ground, scores[dry.ordinal()]);
        }
        put(scores, Biome.SHALLOW_WATER, ground + PER_CELL_OF_RIVER * inside);
    }

    private static void put(double[] scores, Biome biome, double score) {
        scores[biome.ordinal()] = Math.max(scores[biome.ordinal()], score);
    }
}
