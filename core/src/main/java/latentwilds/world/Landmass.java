package latentwilds.world;

import java.util.ArrayList;
import java.util.List;
import latentwilds.seed.RandomStream;

/**
 * The outline of an island before noise frays it: discs that melt into each other and bites taken
 * out of them; one of several families ({@link Outlines}). Immutable.
 */
final class Landmass {
    /** How far from each other's edge discs begin to melt, as a fraction of a radius. */
    private static final double MELT = 0.35;

    /** Within so much of the map's side from a bite, land rises as it does in a whole disc. */
    private static final double SHORE = 0.13;

    private static final double DEEPEST = -0.9;

    private final int size;
    private final List<Outlines.Disc> land = new ArrayList<>();
    private final List<Outlines.Disc> bites = new ArrayList<>();

    /** For an island on {@code size x size} cells. */
    Landmass(int size, RandomStream random) {
        this(size, random.pick(List.of(Outlines.values())), random);
    }

    /** One of a family. */
    Landmass(int size, Outlines family, RandomStream random) {
        this.size = size;
        Outlines.Sketch sketch = new Outlines.Sketch(random);
        family.draw(random, sketch);
        sketch.land.forEach(disc -> land.add(onMap(disc)));
        sketch.bites.forEach(disc -> bites.add(onMap(disc)));
    }

    private Outlines.Disc onMap(Outlines.Disc disc) {
        return new Outlines.Disc(
                size * (0.5 + disc.x()), size * (0.5 + disc.y()), size * disc.radius());
    }

    /** How far inland: 1 in the middle of a disc, 0 at its edge, less at sea. */
    double inland(double x, double y) {
        double nearest = 10;
        for (Outlines.Disc disc : land) {
            nearest = melt(nearest, distance(disc, x, y) / disc.radius());
        }
        double inland = 1 - nearest;
        for (Outlines.Disc bite : bites) {
            // As steep a shore as land's own: in lengths of a tenth of the map.
            double outside = (distance(bite, x, y) - bite.radius()) / (SHORE * size);
            inland = Math.min(inland, Math.max(outside, DEEPEST));
        }
        return inland;
    }

    private static double distance(Outlines.Disc disc, double x, double y) {
        double dx = x - disc.x();
        double dy = y - disc.y();
        return Math.sqrt(dx * dx + dy * dy);
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
