package latentwilds.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a chunk stops a body: the border between ground that one walks on and water, lava and
 * cliffs, traced by marching squares over the middles of the cells (Lorensen and Cline, 1987, in
 * two dimensions). So a stair of cells is a slope, and a body of a cell's radius never stands in a
 * blocked cell. Cells that touch by a corner are no passage.
 */
public final class Walls {
    /**
     * A piece of border, as few straight lines as it takes; blocked ground is to its left.
     *
     * @param points x, y, x, y and so on, metres
     * @param loop whether the last point is joined to the first
     * @param before x, y of the point from which the border comes, in another chunk; the first
     *     point itself for a loop
     * @param after x, y of the point to which it goes on, in another chunk
     */
    public record Chain(float[] points, boolean loop, float[] before, float[] after) {
        /**
         * How long the list is.
         *
         * @return points, each once
         */
        public int count() {
            return points.length / 2;
        }
    }

    /** Where one can walk. */
    public interface Ground {
        /**
         * Whether nothing stops a body in a cell.
         *
         * @param x cells from the west
         * @param y cells from the south
         * @return false for what stops it
         */
        boolean walkable(int x, int y);
    }

    /** In half metres, since the border goes through the middles of the cells' sides. */
    private record Point(int x, int y) {
        float[] metres() {
            return new float[] {x / 2f, y / 2f};
        }
    }

    /** Sides of a square counter-clockwise: south, east, north, west of its middle. */
    private static final int[] SIDE_X = {0, 1, 0, -1};

    private static final int[] SIDE_Y = {-1, 0, 1, 0};

    private static final int[][] NO_LINES = {};

    /**
     * Lines from side to side by which corners are blocked: 1 south-west, 2 south-east, 4
     * north-east, 8 north-west.
     */
    private static final int[][][] LINES = lines();

    private final Ground ground;
    private final ChunkPlace place;

    private Walls(Ground ground, ChunkPlace place) {
        this.ground = ground;
        this.place = place;
    }

    /**
     * The borders within a chunk. A chunk's squares reach half a cell into the next ones, so that
     * neighbours leave no gap.
     *
     * @param ground the island; asked a cell beyond the chunk on every side
     * @param place the chunk
     * @return loops, and pieces that neighbouring chunks continue
     */
    public static List<Chain> of(Ground ground, ChunkPlace place) {
        return new Walls(ground, place).trace();
    }

    private static int[][][] lines() {
        int[][][] lines = new int[16][][];
        for (int corners = 0; corners < 16; corners++) {
            List<int[]> found = new ArrayList<>();
            for (int side = 0; side < 4; side++) {
                // A line enters with blocked ground on its left and cuts off the free corners that
                // follow: where two free ones face each other, each for itself.
                if (blocked(corners, side) && !blocked(corners, side + 1)) {
                    int to = side;
                    do {
                        to = (to + 1) % 4;
                    } while (blocked(corners, to) == blocked(corners, to + 1));
                    found.add(new int[] {side, to});
                }
            }
            lines[corners] = found.isEmpty() ? NO_LINES : found.toArray(NO_LINES);
        }
        return lines;
    }

    private static boolean blocked(int corners, int corner) {
        return (corners >> (corner % 4) & 1) == 1;
    }

    private List<Chain> trace() {
        Map<Point, Point> next = new HashMap<>();
        List<Point> order = new ArrayList<>();
        for (int y = place.bottom(); y < place.bottom() + ChunkPlace.CELLS; y++) {
            for (int x = place.left(); x < place.left() + ChunkPlace.CELLS; x++) {
                for (int[] line : LINES[corners(x, y)]) {
                    Point from = side(x, y, line[0]);
                    next.put(from, side(x, y, line[1]));
                    order.add(from);
                }
            }
        }
        Set<Point> entered = new HashSet<>(next.values());
        List<Chain> chains = new ArrayList<>();
        for (Point from : order) {
            if (!entered.contains(from)) {
                chains.add(piece(from, next));
            }
        }
        for (Point from : order) {
            if (next.containsKey(from)) {
                chains.add(loop(from, next));
            }
        }
        return chains;
    }

    private Chain piece(Point first, Map<Point, Point> next) {
        List<Point> points = new ArrayList<>();
        Point at = first;
        while (at != null) {
            points.add(at);
            at = next.remove(at);
        }
        Point last = points.get(points.size() - 1);
        return new Chain(
                straightened(points, false),
                false,
                neighbour(first, false).metres(),
                neighbour(last, true).metres());
    }

    private static Chain loop(Point first, Map<Point, Point> next) {
        List<Point> points = new ArrayList<>();
        Point at = first;
        while (next.containsKey(at)) {
            points.add(at);
            at = next.remove(at);
        }
        float[] straight = straightened(points, true);
        return new Chain(straight, true, first.metres(), first.metres());
    }

    /** Where the border of the squares beside a point comes from or goes to. */
    private Point neighbour(Point point, boolean onwards) {
        // A point lies on the side of two squares: one of them is another chunk's.
        for (int side = 0; side < 4; side++) {
            int twiceX = point.x - SIDE_X[side] - 2;
            int twiceY = point.y - SIDE_Y[side] - 2;
            if ((twiceX & 1) != 0 || (twiceY & 1) != 0) {
                continue;
            }
            int x = twiceX / 2;
            int y = twiceY / 2;
            if (ChunkPlace.of(x, y).equals(place)) {
                continue;
            }
            for (int[] line : LINES[corners(x, y)]) {
                if (line[onwards ? 0 : 1] == side) {
                    return side(x, y, line[onwards ? 1 : 0]);
                }
            }
        }
        throw new IllegalStateException("Walls of " + place + ": a border ends at " + point);
    }

    /** Which corners of the square from a cell's middle to the north-east are blocked. */
    private int corners(int x, int y) {
        return (ground.walkable(x, y) ? 0 : 1)
                | (ground.walkable(x + 1, y) ? 0 : 2)
                | (ground.walkable(x + 1, y + 1) ? 0 : 4)
                | (ground.walkable(x, y + 1) ? 0 : 8);
    }

    private static Point side(int x, int y, int side) {
        return new Point(2 * x + 2 + SIDE_X[side], 2 * y + 2 + SIDE_Y[side]);
    }

    /** Leaves points out that lie between two others on a line. */
    private static float[] straightened(List<Point> points, boolean loop) {
        int count = points.size();
        float[] kept = new float[2 * count];
        int size = 0;
        for (int i = 0; i < count; i++) {
            Point here = points.get(i);
            boolean end = !loop && (i == 0 || i == count - 1);
            if (!end) {
                Point before = points.get((i + count - 1) % count);
                Point after = points.get((i + 1) % count);
                int turn =
                        (here.x - before.x) * (after.y - here.y)
                                - (here.y - before.y) * (after.x - here.x);
                if (turn == 0) {
                    continue;
                }
            }
            kept[size++] = here.x / 2f;
            kept[size++] = here.y / 2f;
        }
        return Arrays.copyOf(kept, size);
    }
}
