package latentwilds.world;

import java.util.ArrayList;
import java.util.List;
import latentwilds.seed.RandomStream;

/**
 * The outline of an island before noise frays it: some discs that melt into each other, so that no
 * two islands have the same shape. Immutable.
 */
final class Landmass {
    private static final double NEAREST = 0.02;
    private static final double FARTHEST = 0.21;
    private static final double SMALLEST = 0.16;
    private static final double LARGEST = 0.28;

    /** How far from each other's edge discs begin to melt, as a fraction of a radius. */
    private static final double MELT = 0.35;

    private record Disc(double x, double y, double radius) {}

    private final int size;
    private final List<Disc> discs = new ArrayList<>();

    /** For an island on {@code size x size} cells. */
    Landmass(int size, RandomStream random) {
        this.size = size;
        int count = 3 + random.nextInt(4);
        double first = random.nextDouble();
        for (int i = 0; i < count; i++) {
            double angle = 2 * Math.PI * (first + (i + 0.8 * random.nextDouble()) / count);
            double distance =
                    size * (NEAREST + (FARTHEST - NEAREST) * Math.sqrt(random.nextDouble()));
            double radius = size * (SMALLEST + (LARGEST - SMALLEST) * random.nextDouble());
            discs.add(
                    new Disc(
                            size / 2.0 + distance * StrictMath.cos(angle),
                            size / 2.0 + distance * StrictMath.sin(angle),
                            radius));
        }
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

    /** 0 inland, rising to 1 towards the map's edge, where there must be sea; rounded corners. */
    double edge(double x, double y) {
        double dx = 2 * x / size - 1;
        double dy = 2 * y / size - 1;
        double far = Math.sqrt(Math.sqrt(dx * dx * dx * dx + dy * dy * dy * dy));
        return Shape.smoothstep(0.68, 0.99, far);
    }

    /** The smaller of two numbers, rounded off where they are close. */
    private static double melt(double a, double b) {
        double near = Math.max(0, MELT - Math.abs(a - b)) / MELT;
        return Math.min(a, b) - near * near * MELT / 4;
    }
}
