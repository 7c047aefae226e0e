package latentwilds.world;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import latentwilds.seed.RandomStream;
import latentwilds.seed.Streams;

/**
 * Chooses where landmarks are: on open ground that one gets to on foot, off the roads, far from
 * settlements and from each other.
 */
final class Landmarks {
    /** With the settlements these are no more than there are names. */
    static final int FEWEST = 9;

    static final int MOST = 13;

    /** Metres from the middle that are dry, without a cliff, and that nobody has built on. */
    static final int ROOM = 12;

    /** Metres from the next settlement. */
    static final double FROM_PEOPLE = 55;

    /** Metres from the next landmark, where the island is too small for more. */
    static final double NEAREST = 60;

    private static final int TRIES = 8_000;
    private static final Spread SPREAD = new Spread(190, NEAREST, 0.9);

    private final BiomeGrid grid;
    private final int[] regions;
    private final BitSet joined;
    private final BitSet built;

    /**
     * For an island with roads.
     *
     * @param regions as {@link Regions#label} numbers them
     * @param joined the regions that one gets to
     * @param built the cells, row by row, that something was built on
     */
    Landmarks(BiomeGrid grid, int[] regions, BitSet joined, BitSet built) {
        this.grid = grid;
        this.regions = regions;
        this.joined = joined;
        this.built = built;
    }

    /** Kinds take turns, so that every island has all of them. */
    List<Landmark> choose(Streams streams, List<Settlement> settlements) {
        RandomStream random = streams.stream("world.landmarks");
        int wanted = random.nextInt(FEWEST, MOST + 1);
        List<Cell> sites = sites(random, settlements);
        List<Cell> chosen = new ArrayList<>();
        SPREAD.choose(sites, chosen, wanted);
        Landmark.Kind[] kinds = Landmark.Kind.values();
        int first = random.nextInt(kinds.length);
        List<Landmark> landmarks = new ArrayList<>();
        for (Cell cell : chosen) {
            int index = landmarks.size();
            landmarks.add(new Landmark(index, kinds[(first + index) % kinds.length], cell));
        }
        return List.copyOf(landmarks);
    }

    private List<Cell> sites(RandomStream random, List<Settlement> settlements) {
        List<Cell> people = settlements.stream().map(Settlement::cell).toList();
        List<Cell> sites = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            Cell cell = new Cell(random.nextInt(grid.size()), random.nextInt(grid.size()));
            if (within(cell) && Spread.far(cell, people, FROM_PEOPLE) && open(cell)) {
                sites.add(cell);
            }
        }
        return sites;
    }

    private boolean within(Cell cell) {
        int region = regions[cell.y() * grid.size() + cell.x()];
        return region >= 0 && joined.get(region);
    }

    /** All round it as well: walls on such a site cut nothing off. */
    private boolean open(Cell site) {
        for (int dy = -ROOM; dy <= ROOM; dy++) {
            for (int dx = -ROOM; dx <= ROOM; dx++) {
                int x = site.x() + dx;
                int y = site.y() + dy;
                if (dx * dx + dy * dy <= ROOM * ROOM
                        && (!grid.walkable(x, y)
                                || !grid.at(x, y).dry()
                                || built.get(y * grid.size() + x))) {
                    return false;
                }
            }
        }
        return true;
    }
}
