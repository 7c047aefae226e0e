package latentwilds.game;

import java.util.ArrayList;
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
import latentwilds.world.WorldMap;

/**
 * What people say: lines by their key in the text bundle, with what they know about this very
 * island. Immutable.
 */
public final class Dialogue {
    /** Greetings of each ancestry in the text bundle. */
    static final int GREETINGS = 4;

    private static final int RUMOUR_VARIANTS = 6;
    private static final int CREATURE_VARIANTS = 3;

    /** How often somebody tells when or with whom a species lives, where that is special. */
    private static final double HABITS = 0.5;

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
    private final Bestiary bestiary;

    Dialogue(Streams streams, WorldMap map, Bestiary bestiary) {
        this.streams = streams;
        this.map = map;
        this.bestiary = bestiary;
    }

    /**
     * What somebody says, in order.
     *
     * @param who speaks
     * @param where it stands
     * @return three lines: a greeting, a rumour about the land, a word about a creature
     */
    public List<Line> lines(Character who, Cell where) {
        RandomStream random = streams.stream("dialogue", who.id());
        List<Line> lines = new ArrayList<>();
        lines.add(
                new Line(
                        "greeting." + who.ancestry() + "." + (1 + greeting(who)),
                        List.of(who.name())));
        Biome biome = random.pick(RUMOURS);
        Optional<Cell> there =
                map.nearest(where, c -> map.biome(c.x(), c.y()) == biome)
                        .filter(c -> c.distance(where) > 4);
        there.ifPresent(
                cell ->
                        lines.add(
                                new Line(
                                        "rumour." + (1 + random.nextInt(RUMOUR_VARIANTS)),
                                        List.of(
                                                "@biome." + biome.label(),
                                                "@direction." + direction(where, cell),
                                                Integer.toString(
                                                        (int) Math.round(cell.distance(where)))))));
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
