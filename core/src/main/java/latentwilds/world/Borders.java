package latentwilds.world;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * How wide the border between two biomes is: by how much one must suit a place better than the
 * other to have it for itself, in units of height, of which a place gains some thousandths per
 * cell. Immutable; any thread.
 */
final class Borders {
    /** No border is wider. */
    static final double WIDEST = 0.03;

    private static final double USUAL = 0.012;

    /** A rule for every pair of one biome of each set; later rules replace earlier ones. */
    private record Rule(Set<Biome> one, Set<Biome> other, double width) {}

    private static final Set<Biome> ALL = Set.of(Biome.values());
    private static final Set<Biome> WATER = Set.of(Biome.SHALLOW_WATER, Biome.DEEP_WATER);
    private static final Set<Biome> GREEN =
            Set.of(Biome.GRASS, Biome.MEADOW, Biome.DRY_GRASS, Biome.FOREST_FLOOR);
    private static final Set<Biome> COLD = Set.of(Biome.ICE, Biome.SNOW);
    private static final Set<Biome> DRY = Set.of(Biome.DIRT, Biome.SAND, Biome.DRY_GRASS);

    private static final List<Rule> RULES =
            List.of(
                    new Rule(GREEN, GREEN, 0.028),
                    new Rule(DRY, DRY, 0.024),
                    new Rule(COLD, COLD, 0.018),
                    new Rule(Set.of(Biome.ROCK), ALL, 0.009),
                    new Rule(Set.of(Biome.VOLCANIC), ALL, 0.014),
                    new Rule(Set.of(Biome.LAVA), ALL, 0.006),
                    new Rule(WATER, ALL, 0.005),
                    new Rule(Set.of(Biome.DEEP_WATER), Set.of(Biome.SHALLOW_WATER), 0.022));

    private final int count = Biome.values().length;
    private final double[] widths = new double[count * count];

    Borders() {
        Arrays.fill(widths, USUAL);
        for (Rule rule : RULES) {
            for (Biome one : rule.one) {
                for (Biome other : rule.other) {
                    widths[one.ordinal() * count + other.ordinal()] = rule.width;
                    widths[other.ordinal() * count + one.ordinal()] = rule.width;
                }
            }
        }
    }

    /** The same both ways; positive, at most {@link #WIDEST}. */
    double width(int one, int other) {
        return widths[one * count + other];
    }
}
