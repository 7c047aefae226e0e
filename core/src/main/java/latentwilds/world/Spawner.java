package latentwilds.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import latentwilds.seed.RandomStream;
import latentwilds.seed.Streams;

/**
 * Where creatures and people of a run stand at first. Follows from the run and the place alone, so
 * a chunk that is left and visited again has the same inhabitants. Immutable; any thread.
 */
public final class Spawner {
    /** Creatures of a chunk that is all land: about nine are on a screen of 27 x 15 metres. */
    static final int CREATURES_PER_CHUNK = 6;

    /**
     * Metres along x or y between any two: sprites are drawn 2.1 metres wide and high, elders and
     * large species wider, and nobody is to stand in another's picture.
     */
    static final int ROOM = 3;

    /** The same between creatures, so that three are no crowd. */
    static final int WILD_ROOM = 4;

    /** How many of a chunk's creatures may stand in water. */
    static final int WADERS = 2;

    /** Cells from dry land within which a wader stands. */
    static final int SHORE = 2;

    /** A chunk has 3 x 3 places of 5 cells; within the first 3 of these somebody stands. */
    private static final int PLACES = 3;

    private static final int PITCH = 5;
    private static final int SPREAD = 3;
    private static final int TRIES = 8;

    private static final int FEWEST_PEOPLE = 4;
    private static final int MOST_PEOPLE = 7;
    private static final int CHUNKS_PER_WANDERER = 14;

    /** Metres to the west or east of a fire. */
    private static final int BESIDE = 2;

    private static final int CROWD_RADIUS = 8;

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
    private final List<Spawn> campers = new ArrayList<>();

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
        for (Landmark landmark : map.landmarks()) {
            if (landmark.kind() == Landmark.Kind.CAMP) {
                camp(landmark);
            }
        }
    }

    /**
     * A chunk's creatures.
     *
     * @param place the chunk
     * @return up to six, fewer where there is little land; none in another's picture
     */
    public List<Spawn> creatures(ChunkPlace place) {
        RandomStream random = streams.stream("spawn.creatures", place.x(), place.y());
        List<Cell> people = new ArrayList<>();
        stays().forEach(s -> people.add(s.cell));
        wanderer(place).ifPresent(s -> people.add(s.cell));
        List<Spawn> spawns = new ArrayList<>();
        int waders = 0;
        long first = streams.hash("spawn.creature.id", place.x(), place.y());
        for (int slot : shuffled(random)) {
            // On a shore some places have no land: then others step in.
            for (int attempt = 0;
                    attempt < TRIES && spawns.size() < CREATURES_PER_CHUNK;
                    attempt++) {
                Cell cell = within(place, slot, random);
                boolean wet = !map.biome(cell.x(), cell.y()).dry();
                if ((!wet || waders < WADERS)
                        && habitable(cell)
                        && people.stream().allMatch(p -> apart(p, cell, ROOM))
                        && spawns.stream().allMatch(s -> apart(s.cell, cell, WILD_ROOM))) {
                    spawns.add(spawn(cell, first + slot));
                    waders += wet ? 1 : 0;
                    break;
                }
            }
        }
        return spawns;
    }

    /** Whether something wild can live there: on land, or where one wades ashore. */
    private boolean habitable(Cell cell) {
        Biome biome = map.biome(cell.x(), cell.y());
        return roomy(cell) && !biome.built() && (biome.dry() || shore(cell));
    }

    private boolean shore(Cell cell) {
        for (int dy = -SHORE; dy <= SHORE; dy++) {
            for (int dx = -SHORE; dx <= SHORE; dx++) {
                if (map.biome(cell.x() + dx, cell.y() + dy).dry()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int[] shuffled(RandomStream random) {
        int[] slots = new int[PLACES * PLACES];
        for (int i = 0; i < slots.length; i++) {
            int j = random.nextInt(i + 1);
            slots[i] = slots[j];
            slots[j] = i;
        }
        return slots;
    }

    /** Between chunks there is room as well: no chunk need know its neighbours. */
    private static Cell within(ChunkPlace place, int slot, RandomStream random) {
        return new Cell(
                place.left() + slot % PLACES * PITCH + random.nextInt(SPREAD),
                place.bottom() + slot / PLACES * PITCH + random.nextInt(SPREAD));
    }

    private static boolean apart(Cell a, Cell b, int room) {
        return Math.max(Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y())) >= room;
    }

    private Spawn spawn(Cell cell, long id) {
        return new Spawn(cell, map.biome(cell.x(), cell.y()), id);
    }

    /**
     * A chunk's people: those of a settlement or a camp, and a wanderer here and there.
     *
     * @param place the chunk
     * @return usually none
     */
    public List<Spawn> people(ChunkPlace place) {
        List<Spawn> people = new ArrayList<>();
        stays().filter(s -> ChunkPlace.of(s.cell.x(), s.cell.y()).equals(place))
                .forEach(people::add);
        wanderer(place).ifPresent(people::add);
        return people;
    }

    /** Those who have a place of their own. */
    private Stream<Spawn> stays() {
        return Stream.concat(settlers.stream(), campers.stream());
    }

    /** In the chunk's middle, so that no neighbouring chunk's creature is near; on firm ground. */
    private Optional<Spawn> wanderer(ChunkPlace place) {
        RandomStream random = streams.stream("spawn.people", place.x(), place.y());
        if (random.nextInt(CHUNKS_PER_WANDERER) != 0) {
            return Optional.empty();
        }
        long id = streams.hash("spawn.person.id", place.x(), place.y());
        return Stream.generate(() -> within(place, PLACES * PLACES / 2, random))
                .limit(TRIES)
                .filter(c -> firm(c) && stays().allMatch(s -> apart(s.cell, c, ROOM)))
                .findFirst()
                .map(c -> spawn(c, id));
    }

    /**
     * The people of the settlement where a run begins.
     *
     * @return at least four, a few metres from the start and from each other
     */
    public List<Spawn> hosts() {
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
            double angle = (i + 0.3 + 0.4 * random.nextDouble()) * Math.PI * 2 / count;
            double distance = CROWD_RADIUS * (0.5 + 0.5 * random.nextDouble());
            Cell wanted =
                    new Cell(
                            middle.x() + (int) Math.round(distance * StrictMath.cos(angle)),
                            middle.y() + (int) Math.round(distance * StrictMath.sin(angle)));
            Cell cell =
                    map.nearest(
                                    wanted,
                                    c ->
                                            firm(c)
                                                    && c.distance(middle) > ROOM
                                                    && settlers.stream()
                                                            .allMatch(s -> apart(s.cell, c, ROOM)))
                            .orElse(middle);
            long id = (long) settlement.index() * MOST_PEOPLE + i;
            settlers.add(spawn(cell, id));
        }
    }

    /** One or two beside the fire, on the trodden ground; one sees it between them. */
    private void camp(Landmark camp) {
        RandomStream random = streams.stream("spawn.camp", camp.index());
        Cell middle = camp.cell();
        long first = streams.hash("spawn.camp.id", camp.index());
        int count = 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            map.nearest(
                            middle,
                            c ->
                                    firm(c)
                                            && map.biome(c.x(), c.y()).built()
                                            && Math.abs(c.x() - middle.x()) >= BESIDE
                                            && c.distance(middle) <= Landmark.RADIUS
                                            && campers.stream()
                                                    .allMatch(s -> apart(s.cell, c, ROOM)))
                    .ifPresent(c -> campers.add(spawn(c, first + campers.size())));
        }
    }

    /** Where people stay: firm ground under the feet and on all sides. */
    private boolean firm(Cell cell) {
        return roomy(cell) && around(cell, (x, y) -> map.biome(x, y).firm());
    }

    /** Reachable on foot, with ground to walk on at all sides. */
    private boolean roomy(Cell cell) {
        return around(cell, map::walkable) && map.reachable(cell.x(), cell.y());
    }

    /** Whether a cell and its eight neighbours fulfil a wish. */
    private static boolean around(Cell cell, Regions.Mask wish) {
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                if (!wish.at(cell.x() + dx, cell.y() + dy)) {
                    return false;
                }
            }
        }
        return true;
    }
}
