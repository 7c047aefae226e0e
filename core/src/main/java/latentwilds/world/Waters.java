package latentwilds.world;

import java.util.BitSet;
import latentwilds.seed.RandomStream;
import latentwilds.seed.Streams;
import latentwilds.world.Strokes.Point;

/** The fresh water of an island: lakes in its hollows, rivers down to the sea. Immutable. */
final class Waters {
    /** Rain of how many places makes a brook. */
    private static final double BROOK = 140;

    private static final double NARROWEST = 0.8;
    private static final double WIDEST = 3.4;

    /** Cells by which a river leaves the lattice's straight lines. */
    private static final double WANDER = 1.5;

    /** A hollow that is less deep than this stays dry. */
    private static final double DRY = 0.012;

    /** Cells between samples of the lakes. */
    static final int SPACING = 2;

    /** Height over a lake's surface up to which water still has a part in the ground's look. */
    private static final double SHORE = 0.0025;

    /**
     * A lake of fewer samples is a puddle, which stays dry: ground is made cell by cell, and of a
     * few wet ones it makes a square.
     */
    static final int POND = 12;

    private final Field lakes;
    private final Field rivers;

    /** For an island of {@code size x size} cells. */
    Waters(Streams streams, Climate climate, int size) {
        Drainage drainage = new Drainage(climate, size);
        int side = drainage.side();
        Field levels =
                Field.of(
                        size,
                        Drainage.SPACING,
                        (x, y) ->
                                drainage.surface(
                                        (int) y / Drainage.SPACING * side
                                                + (int) x / Drainage.SPACING));
        lakes =
                withoutPuddles(
                        Field.of(
                                size,
                                SPACING,
                                (x, y) ->
                                        levels.at(x, y)
                                                - Math.max(Climate.SEA, climate.elevation(x, y))
                                                - DRY));
        rivers = rivers(streams, drainage, climate, size);
    }

    /**
     * Dries what has no room for a pond: first damp spots and puddles with their shores, then
     * puddles that only a damp neck joins to others.
     */
    private static Field withoutPuddles(Field lakes) {
        Field ponds = lakes;
        for (double above : new double[] {-SHORE, 0}) {
            int side = ponds.side();
            BitSet wet = ponds.above(above);
            BitSet puddles = Regions.small(side, wet, (x, y) -> wet.get(y * side + x), POND);
            ponds = ponds.with(puddles, -DRY);
        }
        return ponds;
    }

    private static Field rivers(Streams streams, Drainage drainage, Climate climate, int size) {
        int side = drainage.side();
        Point[] points = new Point[side * side];
        for (int place = 0; place < points.length; place++) {
            RandomStream random = null;
            if (drainage.flow(place) >= BROOK) {
                random = streams.stream("world.river", place);
            }
            points[place] = point(place, side, random);
        }
        Strokes strokes = new Strokes(size);
        for (int place = 0; place < points.length; place++) {
            int next = drainage.parent(place);
            if (next < 0 || drainage.flow(place) < BROOK || under(climate, points[place])) {
                continue;
            }
            int after = drainage.parent(next);
            Point mouth = after < 0 ? points[next] : points[after];
            strokes.bow(
                    points[place],
                    points[next],
                    mouth,
                    width(drainage.flow(place)),
                    width(drainage.flow(next)));
        }
        return strokes.field();
    }

    private static Point point(int place, int side, RandomStream random) {
        double dx = random == null ? 0 : WANDER * (2 * random.nextDouble() - 1);
        double dy = random == null ? 0 : WANDER * (2 * random.nextDouble() - 1);
        return new Point(
                place % side * Drainage.SPACING + dx, place / side * Drainage.SPACING + dy);
    }

    private static boolean under(Climate climate, Point point) {
        return climate.elevation(point.x(), point.y()) < Climate.SEA - 0.02;
    }

    /** Half of a river's width in cells. */
    private static double width(double flow) {
        return Math.min(WIDEST, NARROWEST + 0.9 * StrictMath.log(Math.max(1, flow / BROOK)));
    }

    /** Depth of a lake in units of height, negative on land. */
    double lake(double x, double y) {
        return lakes.at(x, y);
    }

    /** Cells inside of a river's bank, negative on land; at least {@code -Strokes.MARGIN}. */
    double river(double x, double y) {
        return rivers.at(x, y);
    }
}
