package latentwilds.world;

import java.util.BitSet;
import java.util.List;
import latentwilds.seed.Streams;

/**
 * The plan of a run's island: climate, water, where people settled and what they built. Immutable;
 * any thread.
 */
public final class Island {
    private final Climate climate;
    private final BiomeField field;
    private final WorldMap map;
    private final List<Settlement> settlements;
    private final List<Landmark> landmarks;

    /**
     * Plans an island: some tenths of a second.
     *
     * @param streams of the run
     */
    public Island(Streams streams) {
        int size = BiomeField.SIZE;
        climate = new Climate(streams, size);
        Waters waters = new Waters(streams, climate, size);
        Suitability suitability = new Suitability(streams, climate, waters, size);
        BiomeField wild = BiomeField.wild(suitability);
        BiomeGrid ground = BiomeGrid.of(wild, size);
        BiomeGrid grid = ground.with(Cliffs.of(ground, suitability::slope));
        int[] regions = Regions.label(size, grid::walkable);
        int mainland = Regions.largest(regions);
        settlements = new Settlements(grid, regions, mainland).choose(streams);
        Works works = Works.on(size);
        Builder builder = new Builder(streams, grid, climate, suitability::height, works);
        builder.settle(settlements);
        BitSet joined = builder.connect(regions, mainland, size);
        landmarks = new Landmarks(grid, regions, joined, works.near()).choose(streams, settlements);
        Masonry masonry = new Masonry(streams, works);
        landmarks.forEach(masonry::build);
        works.fillHollows();
        Ways ways = new Ways(works);
        field = wild.with(ways);
        map = new WorldMap(grid.with(ways, field), settlements, landmarks);
    }

    /**
     * The biomes' weights everywhere.
     *
     * @return immutable
     */
    public BiomeField field() {
        return field;
    }

    /**
     * The cells.
     *
     * @return immutable
     */
    public WorldMap map() {
        return map;
    }

    /**
     * Where people live.
     *
     * @return five to nine, the first where a run begins
     */
    public List<Settlement> settlements() {
        return settlements;
    }

    /**
     * What people built in the wilds.
     *
     * @return usually nine to thirteen, of every kind
     */
    public List<Landmark> landmarks() {
        return landmarks;
    }

    /**
     * The height of a place.
     *
     * @param x cells from the west
     * @param y cells from the south
     * @return about 0 to 1; the sea's level is 0.4
     */
    public double elevation(double x, double y) {
        return climate.elevation(x, y);
    }

    /**
     * How warm a place is.
     *
     * @param x cells from the west
     * @param y cells from the south
     * @return about 0 (ice) to 1 (desert) on land
     */
    public double temperature(double x, double y) {
        return climate.temperature(x, y);
    }

    /**
     * How wet a place is.
     *
     * @param x cells from the west
     * @param y cells from the south
     * @return about 0 (dry) to 1 (wet) on land
     */
    public double moisture(double x, double y) {
        return climate.moisture(x, y);
    }
}
