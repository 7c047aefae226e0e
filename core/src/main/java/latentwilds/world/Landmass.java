package latentwilds.world;

import java.util.ArrayList;
import java.util.List;
import latentwilds.seed.RandomStream;

/**
 * The outline of an island before noise frays it: some discs that melt into each other, so that no
 * two islands have the same shape. Immutable.
 */
final class Landmass {
    /** How far from each other's edge discs begin to melt, as a fraction of a radius. */
    private static final double MELT = 0.35;

    /**
     * A family of outlines. Lengths are fractions of the map's side.
     *
     * @param fewest discs
     * @param most discs
     * @param near nearest to the middle that a disc may be
     * @param far farthest from it
     * @param small smallest radius
     * @param large largest radius
     * @param turn how much of a circle the discs go round
     */
    private record Family(
            int fewest,
            int most,
            double near,
            double far,
            double small,
            double large,
            double turn) {}

    private static final List<Family> FAMILIES =
            List.of(
                    // One land with bays.
                    new Family(3, 6, 0.05, 0.23, 0.17, 0.27, 1),
                    new Family(4, 7, 0.08, 0.28, 0.13, 0.23, 1),
                    // A ring round a lagoon, and one that is open to a side.
                    new Family(6, 8, 0.24, 0.29, 0.12, 0.16, 1),
                    new Family(5, 6, 0.23, 0.28, 0.13, 0.18, 0.7),
                    // Two lands.
                    new Family(2, 2, 0.19, 0.23, 0.21, 0.26, 1),
                    // Long, across the middle.
                    new Family(4, 6, 0.02, 0.33, 0.12, 0.17, 0.02),
                    // Many small ones.
                    new Family(8, 11, 0.08, 0.34, 0.08, 0.17, 1));

    private record Disc(double x, double y, double radius) {}

    private final int size;
    private final List<Disc> discs = new ArrayList<>();

    /** For an island on {@code size x size} cells. */
    Landmass(int size, RandomStream random) {
        this.size = size;
        Family family = random.pick(FAMILIES);
        int count = random.nextInt(family.fewest, family.most + 1);
        double first = random.nextDouble();
        // Stretched one way, as most islands are.
        double stretch = 0.8 + 0.4 * random.nextDouble();
        for (int i = 0; i < count; i++) {
            double along = family.turn * (i + 0.6 * random.nextDouble()) / count;
            // What hardly turns goes through the middle to the other side.
            boolean across = family.turn < 0.5 && i % 2 == 1;
            double angle = 2 * Math.PI * (first + along + (across ? 0.5 : 0));
            double distance = between(family.near, family.far, Math.sqrt(random.nextDouble()));
            if (family.turn < 0.5) {
                distance = between(family.near, family.far, (i + 0.5) / count);
            }
            discs.add(
                    new Disc(
                            size * (0.5 + stretch * distance * StrictMath.cos(angle)),
                            size * (0.5 + distance / stretch * StrictMath.sin(angle)),
                            size * between(family.small, family.large, random.nextDouble())));
        }
    }

    private static double between(double from, double to, double share) {
        return from + (to - from) * share;
    }

    /** How far inland: 1 in the middle of a disc, 0 at its edge, less at sea. */
    double inland(double x, double y) {
        double nearest = 10;
        for (Disc disc : discs) {
            double dx = x - disc.x;
            double dy = y - disc.y;
            nearest = melt(nearest, Math.sqrt(dx * dx + dy * dy) / disc.radius);
        }
        return 1 - nearest;
    }

    /**
     * 0 inland, rising to 1 towards the map's edge, where there must be sea; rounded corners.
     *
     * @param closer at least 1: how many times farther out a place counts as being
     */
    double edge(double x, double y, double closer) {
        double dx = 2 * x / size - 1;
        double dy = 2 * y / size - 1;
        double far = closer * StrictMath.cbrt(Math.abs(dx * dx * dx) + Math.abs(dy * dy * dy));
        return Shape.smoothstep(0.68, 0.99, far);
    }

    /** The smaller of two numbers, rounded off where they are close. */
    private static double melt(double a, double b) {
        double near = Math.max(0, MELT - Math.abs(a - b)) / MELT;
        return Math.min(a, b) - near * near * MELT / 4;
    }
}
