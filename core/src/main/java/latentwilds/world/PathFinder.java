package latentwilds.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import latentwilds.seed.RandomStream;
import latentwilds.seed.Streams;

/**
 * The cheapest way over the ground, from place to place of a lattice of every fourth cell. Later
 * ways rather follow those that were trodden. For one thread.
 */
final class PathFinder {
    /** Cells between places. */
    static final int SPACING = 4;

    private static final double TRODDEN = 0.45;
    private static final double STEEP = 150;
    private static final double CLIFF = 12;

    private final int side;
    private final double[] costs;
    private final double[] spent;
    private final int[] from;

    /** Weighs every place of an island; whims keep ways from running dead straight. */
    PathFinder(Streams streams, BiomeGrid grid, Climate climate) {
        RandomStream whims = streams.stream("world.whims");
        side = grid.size() / SPACING;
        costs = new double[side * side];
        spent = new double[side * side];
        from = new int[side * side];
        for (int at = 0; at < costs.length; at++) {
            Cell cell = cell(at);
            double ground = cost(grid.at(cell.x(), cell.y()));
            ground += grid.cliff(cell.x(), cell.y()) ? CLIFF : 0;
            double steep = 1 + STEEP * climate.slope(cell.x(), cell.y());
            costs[at] = ground * steep * (0.6 + 0.8 * whims.nextDouble());
        }
    }

    private static double cost(Biome biome) {
        return switch (biome) {
            case LAVA -> 400;
            case DEEP_WATER -> 60;
            case SHALLOW_WATER -> 6;
            case ROCK -> 4;
            case SWAMP, VOLCANIC -> 3;
            case SNOW, ICE -> 2;
            case SAND, FOREST_FLOOR -> 1.4;
            default -> 1;
        };
    }

    /** The place of a cell. */
    int place(Cell cell) {
        return cell.y() / SPACING * side + cell.x() / SPACING;
    }

    /** A place's cell. */
    Cell cell(int place) {
        return new Cell(place % side * SPACING + SPACING / 2, place / side * SPACING + SPACING / 2);
    }

    /**
     * The way to one place.
     *
     * @return places from start to goal, both included
     */
    List<Integer> to(int start, int goal) {
        int goalX = goal % side;
        int goalY = goal / side;
        return find(start, at -> at == goal, goalX, goalY, TRODDEN).orElseThrow();
    }

    /** The way to the nearest of several places, if there is any, from start to goal. */
    Optional<List<Integer>> toAny(int start, IntPredicate goal) {
        return find(start, goal, 0, 0, 0);
    }

    private Optional<List<Integer>> find(
            int start, IntPredicate goal, int goalX, int goalY, double hope) {
        Arrays.fill(spent, Double.MAX_VALUE);
        CellHeap open = new CellHeap();
        spent[start] = 0;
        from[start] = -1;
        open.add(start, 0);
        while (!open.isEmpty()) {
            double promised = open.cost();
            int at = open.poll();
            int x = at % side;
            int y = at / side;
            if (goal.test(at)) {
                return Optional.of(walked(at));
            }
            if (promised > spent[at] + hope * hypot(x - goalX, y - goalY) + 1e-9) {
                continue;
            }
            for (int neighbour = 0; neighbour < 9; neighbour++) {
                int nx = x + neighbour % 3 - 1;
                int ny = y + neighbour / 3 - 1;
                if (nx < 0 || ny < 0 || nx >= side || ny >= side) {
                    continue;
                }
                int next = ny * side + nx;
                double step = hypot(nx - x, ny - y) * (costs[at] + costs[next]) / 2;
                if (spent[at] + step < spent[next]) {
                    spent[next] = spent[at] + step;
                    from[next] = at;
                    open.add(next, spent[next] + hope * hypot(nx - goalX, ny - goalY));
                }
            }
        }
        return Optional.empty();
    }

    private static double hypot(int x, int y) {
        return Math.sqrt((double) x * x + (double) y * y);
    }

    private List<Integer> walked(int goal) {
        List<Integer> way = new ArrayList<>();
        for (int at = goal; at >= 0; at = from[at]) {
            way.add(at);
        }
        Collections.reverse(way);
        return way;
    }

    /** Makes later ways rather follow this one. */
    void tread(List<Integer> way) {
        way.forEach(at -> costs[at] = Math.min(costs[at], TRODDEN));
    }
}
