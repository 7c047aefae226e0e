package latentwilds.game;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import latentwilds.entity.Bestiary;
import latentwilds.entity.Character;
import latentwilds.entity.Hours;
import latentwilds.entity.Species;
import latentwilds.seed.RandomStream;
import latentwilds.seed.Streams;
import latentwilds.world.Biome;
import latentwilds.world.Cell;
import latentwilds.world.Landmark;
import latentwilds.world.WorldMap;

/**
 * What people say: lines by their key in the text bundle, with what they know about this very
 * island. Immutable.
 */
public final class Dialogue {
    /** Greetings of each ancestry in the text bundle. */
    static final int GREETINGS = 4;

    private static final int RUMOUR_VARIANTS = 6;
    private static final int PLACE_VARIANTS = 2;
    private static final int CREATURE_VARIANTS = 3;

    /** How often somebody tells when or with whom a species lives, where that is special. */
    private static final double HABITS = 0.5;

    /** How often somebody tells of a landmark rather than of the land. */
    private static final double LANDMARKS = 0.5;

    /** One of so many landmarks that are nearest. */
    private static final int KNOWN = 3;

    private static final List<Biome> RUMOURS =
            List.of(
                    Biome.SNOW,
                    Biome.LAVA,
                    Biome.SWAMP,
                    Biome.ICE,
                    Biome.ROCK,
                    Biome.SAND,
                    Biome.FOREST_FLOOR,
                    Biome.MEADOW,
                    Biome.DRY_GRASS,
                    Biome.VOLCANIC);
    private static final List<String> DIRECTIONS =
            List.of(
                    "east",
                    "northeast",
                    "north",
                    "northwest",
                    "west",
                    "southwest",
                    "south",
                    "southeast");

    /**
     * One line.
     *
     * @param key of the text
     * @param arguments for its blanks: words, or keys beginning with {@code @}
     */
    public record Line(String key, List<String> arguments) {}

    private final Streams streams;
    private final WorldMap map;
    private final Places places;
    private final Bestiary bestiary;

    Dialogue(Streams streams, WorldMap map, Places places, Bestiary bestiary) {
        this.streams = streams;
        this.map = map;
        this.places = places;
        this.bestiary = bestiary;
    }

    /**
     * What somebody says, in order.
     *
     * @param who speaks
     * @param where it stands
     * @return a greeting, a rumour about the land or a landmark unless that is where the speaker
     *     stands, a word about a creature
     */
    public List<Line> lines(Character who, Cell where) {
        RandomStream random = streams.stream("dialogue", who.id());
        List<Line> lines = new ArrayList<>();
        lines.add(
                new Line(
                        "greeting." + who.ancestry() + "." + (1 + greeting(who)),
                        List.of(who.name())));
        (random.nextDouble() < LANDMARKS ? landmark(where, random) : land(where, random))
                .ifPresent(lines::add);
        Species species = random.pick(bestiary.natives(ground(where)));
        lines.add(
                new Line(
                        "creature."
                                + (random.nextDouble() < HABITS ? habit(species) : temper(species))
                                + "."
                                + (1 + random.nextInt(CREATURE_VARIANTS)),
                        List.of(species.name())));
        return lines;
    }

    private Optional<Line> land(Cell where, RandomStream random) {
        Biome biome = random.pick(RUMOURS);
        int variant = 1 + random.nextInt(RUMOUR_VARIANTS);
        return map.nearest(where, c -> map.biome(c.x(), c.y()) == biome)
                .filter(c -> c.distance(where) > 4)
                .map(c -> way("rumour." + variant, "@biome." + biome.label(), where, c));
    }

    /** Not of the one where the speaker stands. */
    private Optional<Line> landmark(Cell where, RandomStream random) {
        List<Place> near =
                places.landmarks().stream()
                        .filter(p -> p.cell().distance(where) > Landmark.RADIUS)
                        .sorted(Comparator.comparingDouble(p -> p.cell().distance(where)))
                        .limit(KNOWN)
                        .toList();
        if (near.isEmpty()) {
            return Optional.empty();
        }
        Place place = random.pick(near);
        String key = "rumour." + place.landmark().orElseThrow().label() + ".";
        return Optional.of(
                way(key + (1 + random.nextInt(PLACE_VARIANTS)), place.name(), where, place.cell()));
    }

    private static Line way(String key, String what, Cell from, Cell to) {
        long paces = Math.round(to.distance(from));
        return new Line(
                key, List.of(what, "@direction." + direction(from, to), Long.toString(paces)));
    }

    /** Neighbours have consecutive numbers: no four of them greet alike. */
    private int greeting(Character who) {
        return Math.floorMod(streams.hash("dialogue.greeting") + who.id(), GREETINGS);
    }

    /** When or with whom it lives, or how it takes one's coming where that is not special. */
    private static String habit(Species species) {
        if (species.hours() != Hours.ANY) {
            return species.hours().name().toLowerCase(Locale.ROOT);
        }
        return species.herding() ? "herd" : temper(species);
    }

    private static String temper(Species species) {
        return species.temper().name().toLowerCase(Locale.ROOT);
    }

    /** The ground that creatures live on round here: nothing does on what people built. */
    private Biome ground(Cell where) {
        return map.nearest(where, c -> wild(map.biome(c.x(), c.y())))
                .map(c -> map.biome(c.x(), c.y()))
                .orElse(Biome.GRASS);
    }

    private static boolean wild(Biome biome) {
        return biome.walkable() && !biome.built();
    }

    /** One of eight. */
    static String direction(Cell from, Cell to) {
        double angle = StrictMath.atan2(to.y() - from.y(), to.x() - from.x());
        return DIRECTIONS.get(Math.floorMod((int) Math.round(angle / (Math.PI / 4)), 8));
    }
}
