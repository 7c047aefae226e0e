package latentwilds.world;

import latentwilds.seed.RandomStream;
import latentwilds.seed.Streams;
import latentwilds.world.Strokes.Point;

/**
 * Lays landmarks out, each by its kind's rule and its own draw: which ground is where, and where
 * stones stand. The south is open, from where one looks at them. What is drawn stays within {@link
 * Landmark#RADIUS}; gaps between stones are wide enough to pass.
 */
final class Masonry {
    /** Cells between two corners of a wall that stand or fall together. */
    private static final int SPAN = 3;

    private static final double STANDS = 0.62;
    private static final double RUBBLE_LIES = 0.4;
    private static final double CORNER_STANDS = 0.85;
    private static final double FLOOR_HOLDS = 0.82;
    private static final double PILLAR_STANDS = 0.6;
    private static final double TILE = 1.5;
    private static final double PATH = 1.1;

    private static final double SHRINE_FLOOR = 3.4;

    private static final double CAMP_GROUND = 3.2;
    private static final double CAMP_WALL = 6.3;

    /** Pieces of half a wall, so many that they overlap. */
    private static final int ARC = 12;

    private static final double HEARTH = 2;

    /** Metres from the middle to the north. */
    private static final int FIRE = 2;

    private static final double SEATS = 2.9;

    private final Streams streams;
    private final Works works;

    /** To be drawn on. */
    Masonry(Streams streams, Works works) {
        this.streams = streams;
        this.works = works;
    }

    /** Draws one. */
    void build(Landmark landmark) {
        RandomStream random = streams.stream("world.landmark", landmark.index());
        Cell middle = landmark.cell();
        switch (landmark.kind()) {
            case RUIN -> ruin(middle, random);
            case SHRINE -> shrine(middle, random);
            case CAMP -> camp(middle, random);
        }
    }

    /** A hall: four walls two cells thick with a door in the south, and what time left of them. */
    private void ruin(Cell middle, RandomStream random) {
        int halfX = random.nextInt(4, 7);
        int halfY = random.nextInt(3, 5);
        floor(middle, halfX, halfY, random);
        for (int x = -halfX; x <= halfX; x += SPAN) {
            int cells = Math.min(SPAN, halfX + 1 - x);
            wall(middle, x, halfY + 1, cells, 2, random);
            boolean door = x <= 1 && x + cells > -1;
            if (!door) {
                wall(middle, x, -halfY - 2, cells, 2, random);
            }
        }
        for (int y = -halfY; y <= halfY; y += SPAN) {
            int cells = Math.min(SPAN, halfY + 1 - y);
            wall(middle, halfX + 1, y, 2, cells, random);
            wall(middle, -halfX - 2, y, 2, cells, random);
        }
        for (int corner = 0; corner < 4; corner++) {
            int x = corner % 2 == 0 ? halfX + 1 : -halfX - 2;
            int y = corner / 2 == 0 ? halfY + 1 : -halfY - 2;
            if (random.nextDouble() < CORNER_STANDS) {
                block(middle, x, y, 2, 2);
            }
            if (random.nextDouble() < PILLAR_STANDS) {
                int inX = corner % 2 == 0 ? halfX - 2 : 2 - halfX;
                int inY = corner / 2 == 0 ? halfY - 2 : 1 - halfY;
                block(middle, inX, inY, 1, 2);
            }
        }
    }

    private void floor(Cell middle, int halfX, int halfY, RandomStream random) {
        for (int y = -halfY - 4; y <= halfY; y += 2) {
            for (int x = -halfX; x <= halfX; x += 2) {
                boolean inside = y >= -halfY - 1;
                boolean path = Math.abs(x) <= 1;
                double holds = inside ? FLOOR_HOLDS : path ? FLOOR_HOLDS / 2 : 0;
                if (random.nextDouble() < holds) {
                    works.plazas().dot(at(middle, x, y), TILE);
                }
            }
        }
    }

    /** A piece of wall that stands, or lies there. */
    private void wall(Cell middle, int x, int y, int width, int depth, RandomStream random) {
        if (random.nextDouble() < STANDS) {
            block(middle, x, y, width, depth);
            return;
        }
        for (int i = 0; i < width * depth; i++) {
            if (random.nextDouble() < RUBBLE_LIES) {
                works.rubble(at(middle, x + i % width, y + i / width));
            }
        }
    }

    /** Standing stones in a ring that is open to the south, and one in the north of the middle. */
    private void shrine(Cell middle, RandomStream random) {
        works.plazas().dot(at(middle, 0, 0), SHRINE_FLOOR);
        Point inside = at(middle, 0, -2);
        Point outside = at(middle, 0, -8);
        works.plazas().line(inside.x(), inside.y(), PATH, outside.x(), outside.y(), PATH);
        double ring = 5.3 + 1.6 * random.nextDouble();
        int stones = random.nextInt(6, 8);
        double opening = 0.75 * Math.PI * 2 / stones;
        for (int i = 0; i < stones; i++) {
            // From the opening round to it again.
            double angle =
                    -Math.PI / 2
                            + opening
                            + (2 * Math.PI - 2 * opening) * i / (stones - 1)
                            + 0.08 * (2 * random.nextDouble() - 1);
            Cell stone = around(ring, angle);
            int width = random.nextDouble() < 0.5 ? 1 : 2;
            block(middle, stone.x(), stone.y() - 1, width, 2);
        }
        block(middle, -1, 2, 3, 2);
    }

    /**
     * Trodden ground, stones to sit on round a fire, and behind it a wall that keeps the north wind
     * off.
     */
    private void camp(Cell middle, RandomStream random) {
        works.roads().dot(at(middle, 0, 0), CAMP_GROUND);
        for (int i = 0; i < 4; i++) {
            double angle = 2 * Math.PI * random.nextDouble();
            Point lobe = at(middle, 2.6 * StrictMath.cos(angle), 2.2 * StrictMath.sin(angle));
            works.roads().dot(lobe, 1.4 + 1.2 * random.nextDouble());
        }
        works.hearths().dot(at(middle, 0, FIRE), HEARTH);
        int seats = random.nextInt(3, 5);
        double turn = random.nextDouble();
        for (int i = 0; i < seats; i++) {
            Cell seat = around(SEATS, 2 * Math.PI * (i + turn) / seats);
            // One looks at the fire from the south.
            if (FIRE + seat.y() > 0 || seat.x() != 0) {
                block(middle, seat.x(), FIRE + seat.y(), 1, 1);
            }
        }
        double wall = CAMP_WALL + 1.2 * random.nextDouble();
        double windward = Math.PI * (0.3 + 0.4 * random.nextDouble());
        double reach = Math.PI * (0.18 + 0.14 * random.nextDouble());
        for (int i = -ARC; i <= ARC; i++) {
            Cell piece = around(wall, windward + reach * i / ARC);
            block(middle, piece.x(), piece.y(), 2, 2);
        }
    }

    /**
     * The cell at a distance from a middle at 0, 0 and an angle, counter-clockwise from the east.
     */
    private static Cell around(double far, double angle) {
        return new Cell(
                (int) Math.round(far * StrictMath.cos(angle)),
                (int) Math.round(far * StrictMath.sin(angle)));
    }

    private void block(Cell middle, int left, int bottom, int width, int depth) {
        for (int i = 0; i < width * depth; i++) {
            works.stone(new Cell(middle.x() + left + i % width, middle.y() + bottom + i / width));
        }
    }

    private static Point at(Cell middle, double dx, double dy) {
        return new Point(middle.x() + 0.5 + dx, middle.y() + 0.5 + dy);
    }
}
