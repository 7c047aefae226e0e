package latentwilds.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import latentwilds.seed.RandomStream;
import latentwilds.seed.Streams;
import latentwilds.world.Strokes.Point;

/**
 * Builds what people build: a plaza in every settlement, roads between them, and a causeway to
 * every stretch of land that could not be reached otherwise.
 */
final class Builder {
    /** Land of fewer cells may stay out of reach. */
    static final int WORTH_A_CAUSEWAY = 400;

    private static final double HALF_ROAD = 1.1;
    private static final double WANDER = 1.1;
    private static final double PLAZA = 4;
    private static final int YARDS = 4;

    private final Streams streams;
    private final PathFinder paths;
    private final Strokes roads;
    private final Strokes plazas;

    Builder(Streams streams, BiomeGrid grid, Climate climate) {
        this.streams = streams;
        paths = new PathFinder(streams, grid, climate);
        roads = new Strokes(grid.size());
        plazas = new Strokes(grid.size());
    }

    /** Roads and plazas. */
    void settle(List<Settlement> settlements) {
        RandomStream random = streams.stream("world.roads");
        for (Settlement settlement : settlements) {
            plaza(settlement);
        }
        for (Network.Link link : Network.of(settlements, 1 + random.nextInt(2))) {
            road(
                    paths.to(
                            paths.place(settlements.get(link.from()).cell()),
                            paths.place(settlements.get(link.to()).cell())));
        }
    }

    private void plaza(Settlement settlement) {
        RandomStream random = streams.stream("world.plaza", settlement.index());
        double x = settlement.cell().x() + 0.5;
        double y = settlement.cell().y() + 0.5;
        plazas.line(x, y, PLAZA, x, y, PLAZA);
        for (int i = 0; i < YARDS; i++) {
            double dx = 5 * (2 * random.nextDouble() - 1);
            double dy = 4 * (2 * random.nextDouble() - 1);
            double half = 1.5 + 1.5 * random.nextDouble();
            plazas.line(x, y, half, x + dx, y + dy, half);
        }
    }

    private void road(List<Integer> way) {
        List<Point> points = new ArrayList<>();
        for (int place : way) {
            Cell cell = paths.cell(place);
            RandomStream random = streams.stream("world.road", place);
            points.add(
                    new Point(
                            cell.x() + WANDER * (2 * random.nextDouble() - 1),
                            cell.y() + WANDER * (2 * random.nextDouble() - 1)));
        }
        for (int i = 0; i < points.size(); i++) {
            Point before = points.get(Math.max(0, i - 1));
            Point after = points.get(Math.min(points.size() - 1, i + 1));
            roads.bow(before, points.get(i), after, HALF_ROAD, HALF_ROAD);
        }
    }

    /**
     * Joins separate land to the mainland.
     *
     * @param regions as {@link Regions#label} numbers them
     */
    void connect(int[] regions, int mainland, int size) {
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
        for (int region = 0; region < cells.length; region++) {
            if (region != mainland && cells[region] >= WORTH_A_CAUSEWAY && harbour[region] >= 0) {
                Optional<List<Integer>> way =
                        paths.toAny(
                                harbour[region], place -> region(regions, size, place) == mainland);
                way.ifPresent(this::road);
            }
        }
    }

    private int region(int[] regions, int size, int place) {
        Cell cell = paths.cell(place);
        return regions[cell.y() * size + cell.x()];
    }

    /** What was built; nothing may be built afterwards. */
    Ways ways() {
        return new Ways(roads, plazas);
    }
}
