package latentwilds.world;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import latentwilds.seed.RandomStream;
import latentwilds.seed.Streams;
import latentwilds.world.Strokes.Point;

/**
 * Makes an island passable: a plaza in every settlement, roads between them, and fords to land that
 * could not be reached otherwise. Where a way leads through water a bank lies below it, as the sea
 * heaps them up between an island and its shore.
 */
final class Builder {
    /** Land of fewer cells may stay out of reach. */
    static final int WORTH_A_FORD = 400;

    /** Land is worth a ford so long that its square is this many times the land's cells. */
    static final double WORTH_PER_CELL = 2;

    private static final double HALF_ROAD = 1.1;
    private static final double WANDER = 1.1;
    private static final double HALF_BANK = 5.6;
    private static final double BANK_VARIES = 1.6;
    private static final double PLAZA = 4;
    private static final int YARDS = 4;

    private final Streams streams;
    private final BiomeGrid grid;
    private final Field.Rule height;
    private final PathFinder paths;
    private final Noise broad;
    private final Works works;

    /**
     * For an island on which nothing is built yet.
     *
     * @param height of the ground that one sees at a place
     * @param works to be drawn on
     */
    Builder(Streams streams, BiomeGrid grid, Climate climate, Field.Rule height, Works works) {
        this.streams = streams;
        this.grid = grid;
        this.height = height;
        this.works = works;
        paths = new PathFinder(streams, grid, climate);
        broad = new Noise(streams, "world.banks", 26, 1);
    }

    /** Roads and plazas. */
    void settle(List<Settlement> settlements) {
        RandomStream random = streams.stream("world.roads");
        for (Settlement settlement : settlements) {
            plaza(settlement);
        }
        for (Network.Link link : Network.of(settlements, 1 + random.nextInt(2))) {
            List<Integer> way =
                    paths.to(
                            paths.place(settlements.get(link.from()).cell()),
                            paths.place(settlements.get(link.to()).cell()));
            road(way);
        }
    }

    private void plaza(Settlement settlement) {
        RandomStream random = streams.stream("world.plaza", settlement.index());
        double x = settlement.cell().x() + 0.5;
        double y = settlement.cell().y() + 0.5;
        works.plazas().dot(new Point(x, y), PLAZA);
        for (int i = 0; i < YARDS; i++) {
            double dx = 5 * (2 * random.nextDouble() - 1);
            double dy = 4 * (2 * random.nextDouble() - 1);
            double half = 1.5 + 1.5 * random.nextDouble();
            works.plazas().line(x, y, half, x + dx, y + dy, half);
        }
    }

    /** A road, on banks where it leads through water. */
    private void road(List<Integer> way) {
        paths.tread(way);
        List<Point> points = way.stream().map(this::point).toList();
        for (int i = 0; i < points.size(); i++) {
            bow(works.roads(), points, i, p -> HALF_ROAD);
            if (submerged(paths.cell(way.get(i)))) {
                bow(works.banks(), points, i, this::halfBank);
            }
        }
    }

    /** Banks through water, and a road only where cliffs or lava bar the way. */
    private void ford(List<Integer> way) {
        paths.tread(way);
        List<Point> points = way.stream().map(this::point).toList();
        for (int i = 0; i < points.size(); i++) {
            if (near(points.get(i), this::submerged)) {
                bow(works.banks(), points, i, this::halfBank);
            }
            if (near(points.get(i), this::barred)) {
                bow(works.roads(), points, i, p -> HALF_ROAD);
            }
        }
    }

    /** Whether a wish is true of a cell that the bow round a place may touch. */
    private static boolean near(Point place, Predicate<Cell> wish) {
        int reach = PathFinder.SPACING - 1;
        for (int dy = -reach; dy <= reach; dy++) {
            for (int dx = -reach; dx <= reach; dx++) {
                if (wish.test(new Cell((int) place.x() + dx, (int) place.y() + dy))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void bow(
            Strokes pen, List<Point> points, int i, ToDoubleFunction<Point> halfWidth) {
        Point before = points.get(Math.max(0, i - 1));
        Point here = points.get(i);
        Point after = points.get(Math.min(points.size() - 1, i + 1));
        pen.bow(
                before,
                here,
                after,
                halfWidth.applyAsDouble(before),
                halfWidth.applyAsDouble(here));
    }

    private Point point(int place) {
        Cell cell = paths.cell(place);
        RandomStream random = streams.stream("world.road", place);
        return new Point(
                cell.x() + WANDER * (2 * random.nextDouble() - 1),
                cell.y() + WANDER * (2 * random.nextDouble() - 1));
    }

    /** Below the sea or a deep lake; a river is none of both. */
    private boolean submerged(Cell cell) {
        return height.at(cell.x() + 0.5, cell.y() + 0.5) < Climate.SEA
                || grid.at(cell.x(), cell.y()) == Biome.DEEP_WATER;
    }

    private double halfBank(Point at) {
        return HALF_BANK + BANK_VARIES * broad.at(at.x(), at.y());
    }

    /**
     * Joins separate land to the mainland, the largest first: by a ford, or by a pass where it is
     * not water that lies between. Small land that is far away stays out of reach.
     *
     * @param regions as {@link Regions#label} numbers them
     * @return the regions that one gets to now
     */
    BitSet connect(int[] regions, int mainland, int size) {
        int[] cells = Regions.sizes(regions);
        int[] harbour = new int[cells.length];
        Arrays.fill(harbour, -1);
        int side = size / PathFinder.SPACING;
        for (int place = 0; place < side * side; place++) {
            int region = region(regions, size, place);
            if (region >= 0 && harbour[region] < 0) {
                harbour[region] = place;
            }
        }
        BitSet joined = new BitSet();
        joined.set(mainland);
        List<Integer> separate =
                IntStream.range(0, cells.length)
                        .filter(r -> r != mainland && cells[r] >= WORTH_A_FORD && harbour[r] >= 0)
                        .boxed()
                        .sorted(Comparator.comparing(r -> -cells[r]))
                        .toList();
        for (int region : separate) {
            Optional<List<Integer>> way =
                    paths.toAny(
                            harbour[region], place -> joined(joined, region(regions, size, place)));
            if (way.isPresent() && worth(way.get(), cells[region])) {
                ford(way.get());
                joined.set(region);
            }
        }
        return joined;
    }

    private static boolean joined(BitSet joined, int region) {
        return region >= 0 && joined.get(region);
    }

    private boolean worth(List<Integer> way, int cells) {
        double gap = 0;
        for (int place : way) {
            Cell cell = paths.cell(place);
            gap += grid.at(cell.x(), cell.y()) == Biome.DEEP_WATER ? PathFinder.SPACING : 0;
        }
        return gap * gap <= WORTH_PER_CELL * cells;
    }

    /** Where only a road leads through: cliffs and lava. */
    private boolean barred(Cell cell) {
        return !grid.walkable(cell.x(), cell.y()) && !submerged(cell);
    }

    private int region(int[] regions, int size, int place) {
        Cell cell = paths.cell(place);
        return regions[cell.y() * size + cell.x()];
    }
}
