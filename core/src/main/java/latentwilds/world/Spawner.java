package latentwilds.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import latentwilds.seed.RandomStream;
import latentwilds.seed.Streams;

/**
 * Where creatures and people of a run stand at first. Follows from the run and the place alone, so
 * a chunk that is left and visited again has the same inhabitants. Immutable; any thread.
 */
public final class Spawner {
    /** Creatures of a chunk that is all land: at least six are on a screen of 27 x 15 metres. */
    static final int CREATURES_PER_CHUNK = 7;

    private static final int FEWEST_PEOPLE = 4;
    private static final int MOST_PEOPLE = 7;
    private static final int CHUNKS_PER_WANDERER = 14;
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
    private final List<Spawn> settlers = new ArrayList<>();

    /**
     * The inhabitants of a run.
     *
     * @param streams of the run
     * @param map of the run
     */
    public Spawner(Streams streams, WorldMap map) {
        this.streams = streams;
        this.map = map;
        for (Settlement settlement : map.settlements()) {
            settle(settlement);
        }
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
                "spawn.creature.id",
                cell -> roomy(cell) && !map.biome(cell.x(), cell.y()).built());
    }

    /**
     * A chunk's people: those of a settlement, and a wanderer here and there.
     *
     * @param place the chunk
     * @return usually none
     */
    public List<Spawn> people(ChunkPlace place) {
        List<Spawn> people = new ArrayList<>();
        for (Spawn spawn : settlers) {
            if (ChunkPlace.of(spawn.cell.x(), spawn.cell.y()).equals(place)) {
                people.add(spawn);
            }
        }
        RandomStream random = streams.stream("spawn.people", place.x(), place.y());
        if (random.nextInt(CHUNKS_PER_WANDERER) == 0) {
            people.addAll(spread(place, random, 1, "spawn.person.id", this::roomy));
        }
        return people;
    }

    /**
     * The people of the settlement where a run begins.
     *
     * @return at least four, a few metres from the start and from each other
     */
    public List<Spawn> camp() {
        return settlers(map.settlements().get(0));
    }

    /**
     * The people of a settlement.
     *
     * @param settlement one of the map's
     * @return four to seven
     */
    public List<Spawn> settlers(Settlement settlement) {
        return settlers.stream().filter(s -> s.id / MOST_PEOPLE == settlement.index()).toList();
    }

    private void settle(Settlement settlement) {
        RandomStream random = streams.stream("spawn.settlement", settlement.index());
        Cell middle = settlement.cell();
        int count = random.nextInt(FEWEST_PEOPLE, MOST_PEOPLE + 1);
        for (int i = 0; i < count; i++) {
            // A slice of the circle for each, so that nobody stands in another's place.
            double angle = (i + 0.2 + 0.6 * random.nextDouble()) * Math.PI * 2 / count;
            double distance = CAMP_RADIUS * (0.5 + 0.5 * random.nextDouble());
            Cell wanted =
                    new Cell(
                            middle.x() + (int) Math.round(distance * StrictMath.cos(angle)),
                            middle.y() + (int) Math.round(distance * StrictMath.sin(angle)));
            Cell cell = map.nearest(wanted, c -> roomy(c) && c.distance(middle) > 2).orElse(middle);
            long id = (long) settlement.index() * MOST_PEOPLE + i;
            settlers.add(new Spawn(cell, map.biome(cell.x(), cell.y()), id));
        }
    }

    private List<Spawn> spread(
            ChunkPlace place, RandomStream random, int count, String ids, Predicate<Cell> wish) {
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
                if (free && wish.test(cell)) {
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
