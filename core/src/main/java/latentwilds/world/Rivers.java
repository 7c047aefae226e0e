package latentwilds.world;

import latentwilds.seed.RandomStream;
import latentwilds.seed.Streams;
import latentwilds.world.Strokes.Point;

/**
 * Draws what runs off the land: from a spring, where enough rain has come together, place by place
 * down to the sea. For one thread.
 */
final class Rivers {
    /** Rain of how many places makes a spring. */
    private static final double SPRING = 120;

    /** Half a brook's width in cells, and what it has at the very spring. */
    private static final double NARROWEST = 0.75;

    private static final double TIP = 0.2;
    private static final double WIDEST = 3.4;

    /** What a river gains in half its width whenever its water is 2.7 times as much. */
    private static final double GROWTH = 0.8;

    /** Cells by which a river leaves the lattice's straight lines: in bends, and here and there. */
    private static final double MEANDER = 4;

    private static final double WANDER = 1.2;

    /** Cells of the largest bends. */
    private static final double PERIOD = 48;

    private final Streams streams;
    private final Drainage drainage;
    private final Climate climate;
    private final Bend meander;
    private final Point[] points;
    private final Strokes strokes;

    /** For an island of {@code size x size} cells. */
    Rivers(Streams streams, Drainage drainage, Climate climate, int size) {
        this.streams = streams;
        this.drainage = drainage;
        this.climate = climate;
        meander = Bend.waves(streams, "world.meander", size, PERIOD, 1, MEANDER);
        points = new Point[drainage.side() * drainage.side()];
        strokes = new Strokes(size);
    }

    /** Draws all of them: cells inside of a river's bank. To be called once. */
    Field drawn() {
        boolean[] fed = new boolean[points.length];
        for (int place = 0; place < points.length; place++) {
            if (runs(place)) {
                fed[drainage.parent(place)] = true;
            }
        }
        for (int place = 0; place < points.length; place++) {
            if (runs(place)) {
                draw(place, fed[place] ? width(place) : TIP);
            }
        }
        return strokes.field();
    }

    /** Whether a river leaves a place. */
    boolean runs(int place) {
        return drainage.flow(place) >= SPRING && drainage.parent(place) >= 0;
    }

    private void draw(int place, double half) {
        int next = drainage.parent(place);
        int after = drainage.parent(next);
        Point here = point(place);
        if (climate.elevation(here.x(), here.y()) >= Drainage.MOUTH) {
            Point there = point(next);
            strokes.bow(here, there, after < 0 ? there : point(after), half, width(next));
        }
    }

    /** Where a river passes that the lattice leads through a place. */
    Point point(int place) {
        if (points[place] == null) {
            RandomStream random = streams.stream("world.river", place);
            double x = place % drainage.side() * Drainage.SPACING;
            double y = place / drainage.side() * Drainage.SPACING;
            points[place] =
                    new Point(
                            meander.x(x, y) + WANDER * (2 * random.nextDouble() - 1),
                            meander.y(x, y) + WANDER * (2 * random.nextDouble() - 1));
        }
        return points[place];
    }

    /** Half of a river's width in cells. */
    private double width(int place) {
        double springs = Math.max(1, drainage.flow(place) / SPRING);
        return Math.min(WIDEST, NARROWEST + GROWTH * StrictMath.log(springs));
    }
}
