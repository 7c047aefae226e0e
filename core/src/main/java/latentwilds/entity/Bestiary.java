package latentwilds.entity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentwilds.seed.RandomStream;
import latentwilds.seed.Streams;
import latentwilds.world.Biome;

/**
 * The species of a run, and which of them live on which ground. Those of a ground are chosen
 * together when one is first asked for, which costs some milliseconds for every candidate that is
 * looked at, and are the same whenever that is. Any thread; whoever asks for what another thread is
 * choosing waits for it.
 */
public final class Bestiary {
    /** The generator of creatures. */
    public static final String KIND = "monsters";

    /** Label group of body plans; a generator without it makes of a latent what it will. */
    static final String FAMILY = "family";

    /**
     * What the families of a ground are drawn from, each of these once at most. Demons are rare:
     * all of them are dark and winged.
     */
    private static final List<String> WILD =
            Stream.of(
                            Collections.nCopies(4, "creatures"),
                            Collections.nCopies(4, "foes"),
                            List.of("demons"))
                    .flatMap(List::stream)
                    .toList();

    /** Label that says on which ground a sprite must be seen. */
    public static final String GROUND = "ground";

    private static final int PER_BIOME = 3;

    /** Ground that something wild lives on. */
    private static final List<Biome> GROUNDS =
            Stream.of(Biome.values()).filter(b -> b.walkable() && !b.built()).toList();

    private final Streams streams;
    private final Appearance appearance;
    private final Map<Biome, List<Species>> chosen = new ConcurrentHashMap<>();

    /**
     * Draws a run's species without looking at them.
     *
     * @param streams of the run
     */
    public Bestiary(Streams streams) {
        this(streams, Appearance.UNSEEN);
    }

    /**
     * Draws a run's species: of many candidates those that stand out from their ground, suit its
     * climate and look least alike.
     *
     * @param streams of the run
     * @param appearance sees the candidates; some fifty are drawn in all
     */
    public Bestiary(Streams streams, Appearance appearance) {
        this.streams = streams;
        this.appearance = appearance;
    }

    /**
     * How many species there are.
     *
     * @return three for every ground
     */
    public static int size() {
        return GROUNDS.size() * PER_BIOME;
    }

    /**
     * One species.
     *
     * @param index 0 to {@link #size()} - 1, in order of the grounds
     * @return always the same
     */
    public Species species(int index) {
        return natives(GROUNDS.get(index / PER_BIOME)).get(index % PER_BIOME);
    }

    /**
     * Whether a species need not be waited for.
     *
     * @param index which
     * @return true once it was chosen
     */
    public boolean known(int index) {
        return chosen.containsKey(GROUNDS.get(index / PER_BIOME));
    }

    private List<Species> draw(Biome biome) {
        List<String> families = families(biome);
        List<Species> natives = new ArrayList<>();
        List<Forecast> forecasts = new ArrayList<>();
        for (int i = 0; i < PER_BIOME; i++) {
            String family = families.get(i);
            RandomStream random = streams.stream("species", biome.ordinal(), i);
            String name = Naming.creature(random);
            Map<String, String> labels = Map.of(FAMILY, family, GROUND, biome.label());
            Candidates.Candidate best =
                    Candidates.draw(random, labels, appearance)
                            .choose(family, biome, forecasts, appearance);
            Stature stature = Stature.draw(streams.stream("species.stature", biome.ordinal(), i));
            forecasts.add(best.forecast());
            natives.add(Species.of(name, best.look(), stature));
        }
        return List.copyOf(natives);
    }

    /** Which body plans live on a ground. */
    private List<String> families(Biome biome) {
        RandomStream random = streams.stream("species.families", biome.ordinal());
        List<String> left = new ArrayList<>(WILD);
        List<String> families = new ArrayList<>();
        for (int i = 0; i < PER_BIOME; i++) {
            families.add(left.remove(random.nextInt(left.size())));
        }
        return families;
    }

    /**
     * All species: chooses those that nobody asked for yet.
     *
     * @return in order of the biomes
     */
    public List<Species> species() {
        return IntStream.range(0, size()).mapToObj(this::species).toList();
    }

    /**
     * The species of a ground.
     *
     * @param biome one that can be walked on and that nobody built
     * @return three; the same list every time
     */
    public List<Species> natives(Biome biome) {
        return chosen.computeIfAbsent(biome, this::draw);
    }
}
