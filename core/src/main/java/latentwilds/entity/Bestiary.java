package latentwilds.entity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import latentwilds.latent.LatentId;
import latentwilds.seed.RandomStream;
import latentwilds.seed.Streams;
import latentwilds.world.Biome;

/** The species of a run, and which of them live on which ground. Immutable; any thread. */
public final class Bestiary {
    /** The generator of creatures. */
    public static final String KIND = "monsters";

    /** Label group of body plans; a generator without it makes of a latent what it will. */
    static final String FAMILY = "family";

    /** Families that live in the wild. */
    private static final List<String> WILD = List.of("creatures", "creatures", "demons", "foes");

    private static final int PER_BIOME = 3;

    private final List<Species> species = new ArrayList<>();
    private final Map<Biome, List<Species>> natives = new EnumMap<>(Biome.class);

    /**
     * Draws a run's species.
     *
     * @param streams of the run
     */
    public Bestiary(Streams streams) {
        for (Biome biome : Biome.values()) {
            if (!biome.walkable() || biome.built()) {
                continue;
            }
            List<Species> here = new ArrayList<>();
            for (int i = 0; i < PER_BIOME; i++) {
                RandomStream random = streams.stream("species", biome.ordinal(), i);
                String name = Naming.creature(random);
                here.add(Species.of(name, look(random)));
            }
            natives.put(biome, List.copyOf(here));
            species.addAll(here);
        }
    }

    private static LatentId look(RandomStream random) {
        long seed = random.nextLong();
        return LatentId.of(KIND, seed, Map.of(FAMILY, random.pick(WILD)));
    }

    /**
     * All species.
     *
     * @return in order of the biomes
     */
    public List<Species> species() {
        return List.copyOf(species);
    }

    /**
     * The species of a ground.
     *
     * @param biome one that can be walked on and that nobody built
     * @return three
     */
    public List<Species> natives(Biome biome) {
        return natives.get(biome);
    }
}
