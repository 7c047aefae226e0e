package latentwilds.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentwilds.latent.LatentId;
import latentwilds.seed.RandomStream;
import latentwilds.seed.Streams;
import latentwilds.texture.Contrast;
import latentwilds.world.Biome;

/**
 * The species of a run, and which of them live on which ground. Each is chosen when it is first
 * asked for, which costs some milliseconds for every candidate that is looked at, and is the same
 * whenever that is. Any thread; whoever asks for what another thread is choosing waits for it.
 */
public final class Bestiary {
    /** The generator of creatures. */
    public static final String KIND = "monsters";

    /** Label group of body plans; a generator without it makes of a latent what it will. */
    static final String FAMILY = "family";

    /** Families that live in the wild. */
    private static final List<String> WILD = List.of("creatures", "creatures", "demons", "foes");

    /** Label that says on which ground a sprite must be seen. */
    public static final String GROUND = "ground";

    private static final int PER_BIOME = 3;
    private static final int CANDIDATES = 4;

    /** Ground that something wild lives on. */
    private static final List<Biome> GROUNDS =
            Stream.of(Biome.values()).filter(b -> b.walkable() && !b.built()).toList();

    private final Streams streams;
    private final Appearance appearance;
    private final Map<Integer, Species> chosen = new ConcurrentHashMap<>();

    /**
     * Draws a run's species without looking at them.
     *
     * @param streams of the run
     */
    public Bestiary(Streams streams) {
        this(streams, Appearance.UNSEEN);
    }

    /**
     * Draws a run's species: of a few candidates for a ground the one whose colours suit its
     * climate best among those that stand out from it; the one that stands out most if none does.
     *
     * @param streams of the run
     * @param appearance sees the candidates; called some hundred times in all
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
        return chosen.computeIfAbsent(index, this::draw);
    }

    /**
     * Whether a species need not be waited for.
     *
     * @param index which
     * @return true once it was chosen
     */
    public boolean known(int index) {
        return chosen.containsKey(index);
    }

    private Species draw(int index) {
        Biome biome = GROUNDS.get(index / PER_BIOME);
        RandomStream random = streams.stream("species", biome.ordinal(), index % PER_BIOME);
        String name = Naming.creature(random);
        return Species.of(name, choose(candidates(random, biome), biome, appearance));
    }

    private static List<LatentId> candidates(RandomStream random, Biome biome) {
        List<LatentId> candidates = new ArrayList<>();
        for (int i = 0; i < CANDIDATES; i++) {
            long seed = random.nextLong();
            Map<String, String> labels = Map.of(FAMILY, random.pick(WILD), GROUND, biome.label());
            candidates.add(LatentId.of(KIND, seed, labels));
        }
        return candidates;
    }

    private static LatentId choose(List<LatentId> all, Biome biome, Appearance appearance) {
        Map<LatentId, Double> unfit = new HashMap<>();
        all.forEach(look -> unfit.put(look, -climate(biome) * appearance.warmth(look)));
        LatentId best = all.get(0);
        double most = 0;
        for (LatentId look : all.stream().sorted(Comparator.comparingDouble(unfit::get)).toList()) {
            double contrast = appearance.contrast(look, biome);
            if (contrast >= Contrast.VISIBLE) {
                return look;
            }
            if (contrast > most) {
                most = contrast;
                best = look;
            }
        }
        return best;
    }

    /** Which colours suit: 1 warm ones, -1 cold ones, 0 any. */
    private static int climate(Biome biome) {
        return switch (biome) {
            case SNOW, ICE, SHALLOW_WATER, GRAVEL -> -1;
            case SAND, BEACH, VOLCANIC, DRY_GRASS, DIRT -> 1;
            default -> 0;
        };
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
     * @return three
     */
    public List<Species> natives(Biome biome) {
        int first = GROUNDS.indexOf(biome) * PER_BIOME;
        return IntStream.range(first, first + PER_BIOME).mapToObj(this::species).toList();
    }
}
