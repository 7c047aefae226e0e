package latentwilds.world;

import java.util.ArrayList;
import java.util.List;
import latentwilds.seed.RandomStream;
import latentwilds.seed.Streams;

/**
 * Where creatures and people of a run stand at first. Follows from the run and the place alone, so
 * a chunk that is left and visited again has the same inhabitants. Immutable; any thread.
 */
public final class Spawner {
    /** Creatures of a chunk that is all land: at least six are on a screen of 27 x 15 metres. */
    static final int CREATURES_PER_CHUNK = 7;

    private static final int PEOPLE_AT_START = 4;
    private static final int CHUNKS_PER_WANDERER = 5;
    private static final int CAMP_RADIUS = 7;
    private static final int ROOM = 2;

    /**
     * One inhabitant's place.
     *
     * @param cell where it stands at first
     * @param biome the ground there
     * @param id tells it from all others of the run
     */
    public record Spawn(Cell cell, Biome biome, long id) {}

    private final Streams streams;
    private final WorldMap map;

    /**
     * The inhabitants of a run.
     *
     * @param streams of the run
     * @param map of the run
     */
    public Spawner(Streams streams, WorldMap map) {
        this.streams = streams;
        this.map = map;
    }

    /**
     * A chunk's creatures.
     *
     * @param place the chunk
     * @return up to seven, fewer where there is little land
     */
    public List<Spawn> creatures(ChunkPlace place) {
        return spread(
                place,
                streams.stream("spawn.creatures", place.x(), place.y()),
                CREATURES_PER_CHUNK,
                "spawn.creature.id");
    }

    /**
     * A chunk's people: some at the start, and a wanderer here and there.
     *
     * @param place the chunk
     * @return usually none
     */
    public List<Spawn> people(ChunkPlace place) {
        List<Spawn> people = new ArrayList<>();
        for (Spawn spawn : camp()) {
            if (ChunkPlace.of(spawn.cell.x(), spawn.cell.y()).equals(place)) {
                people.add(spawn);
            }
        }
        RandomStream random = streams.stream("spawn.people", place.x(), place.y());
        if (random.nextInt(CHUNKS_PER_WANDERER) == 0) {
            people.addAll(spread(place, random, 1, "spawn.person.id"));
        }
        return people;
    }

    /**
     * The people round the place where a run begins.
     *
     * @return four, a few metres from the start and from each other
     */
    public List<Spawn> camp() {
        RandomStream random = streams.stream("spawn.camp");
        List<Spawn> camp = new ArrayList<>();
        Cell start = map.start();
        for (int i = 0; i < PEOPLE_AT_START; i++) {
            // A quarter of the circle for each, so that nobody stands in another's place.
            double angle = (i + 0.2 + 0.6 * random.nextDouble()) * Math.PI * 2 / PEOPLE_AT_START;
            double distance = CAMP_RADIUS * (0.5 + 0.5 * random.nextDouble());
            Cell wanted =
                    new Cell(
                            start.x() + (int) Math.round(distance * StrictMath.cos(angle)),
                            start.y() + (int) Math.round(distance * StrictMath.sin(angle)));
            Cell cell = map.nearest(wanted, c -> roomy(c) && c.distance(start) > 2).orElse(start);
            camp.add(new Spawn(cell, map.biome(cell.x(), cell.y()), i));
        }
        return camp;
    }

    private List<Spawn> spread(ChunkPlace place, RandomStream random, int count, String ids) {
        List<Spawn> spawns = new ArrayList<>();
        long first = streams.hash(ids, place.x(), place.y());
        for (int i = 0; i < count; i++) {
            // A few tries: on a shore some find no land, and there are fewer.
            for (int attempt = 0; attempt < 3; attempt++) {
                Cell cell =
                        new Cell(
                                place.left() + random.nextInt(ChunkPlace.CELLS),
                                place.bottom() + random.nextInt(ChunkPlace.CELLS));
                boolean free = spawns.stream().allMatch(s -> s.cell.distance(cell) > ROOM);
                if (free && roomy(cell)) {
                    spawns.add(new Spawn(cell, map.biome(cell.x(), cell.y()), first + i));
                    break;
                }
            }
        }
        return spawns;
    }

    /** Reachable on foot, with land on all sides. */
    private boolean roomy(Cell cell) {
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                if (!map.walkable(cell.x() + dx, cell.y() + dy)) {
                    return false;
                }
            }
        }
        return map.reachable(cell.x(), cell.y());
    }
}
