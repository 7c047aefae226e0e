package latentwilds.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import latentwilds.latent.LatentId;
import latentwilds.seed.RandomStream;
import latentwilds.world.Biome;

/**
 * Latents of which one becomes a species: the one that will look least like the others of its
 * ground, among those of its family. All are judged by their {@link Forecast}; only the best are
 * drawn, to be seen on their ground.
 *
 * @param all in the order in which they were drawn at random
 */
record Candidates(List<Candidate> all) {
    private static final int COUNT = 64;

    /** Those that belong to the family most clearly. */
    private static final int SHORTLIST = 10;

    /** What an expected flaw weighs against belonging to the family. */
    private static final double FLAWS = 0.5;

    /** What suiting the climate weighs against differing from the others. */
    private static final double CLIMATE = 2;

    /** Warm or cold enough for any climate. */
    private static final double SUITED = 0.5;

    /**
     * One of them.
     *
     * @param look its latent
     * @param forecast what to expect of it
     */
    record Candidate(LatentId look, Forecast forecast) {}

    /**
     * Draws them at random.
     *
     * @param random of the species
     * @param labels of all of them
     * @param appearance tells what they will look like
     */
    static Candidates draw(RandomStream random, Map<String, String> labels, Appearance appearance) {
        List<Candidate> all = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            LatentId look = LatentId.of(Bestiary.KIND, random.nextLong(), labels);
            all.add(new Candidate(look, appearance.forecast(look)));
        }
        return new Candidates(all);
    }

    /**
     * Chooses one.
     *
     * @param family of body plans
     * @param biome where it shall live
     * @param others who live there already
     * @param appearance draws them
     * @return the first that stands out from the ground and is no heap or scrawl; else the first
     *     that stands out; the one that stands out most if none does
     */
    Candidate choose(String family, Biome biome, List<Forecast> others, Appearance appearance) {
        List<Candidate> relatives =
                best(all, SHORTLIST, f -> f.belonging(family) - FLAWS * f.flaws());
        ToDoubleFunction<Forecast> worth = f -> CLIMATE * suiting(f, biome) + novelty(f, others);
        Candidate heap = null;
        Candidate most = relatives.get(0);
        double clearest = 0;
        for (Candidate candidate : best(relatives, SHORTLIST, worth)) {
            Impression impression = appearance.impression(candidate.look, biome);
            if (impression.standsOut() && impression.shapely()) {
                return candidate;
            }
            if (heap == null && impression.standsOut()) {
                heap = candidate;
            }
            if (impression.contrast() > clearest) {
                clearest = impression.contrast();
                most = candidate;
            }
        }
        return heap == null ? most : heap;
    }

    private static List<Candidate> best(
            List<Candidate> some, int count, ToDoubleFunction<Forecast> worth) {
        return some.stream()
                .sorted(Comparator.comparingDouble(c -> -worth.applyAsDouble(c.forecast)))
                .limit(count)
                .toList();
    }

    private static double novelty(Forecast forecast, List<Forecast> others) {
        return others.stream().mapToDouble(forecast::distance).min().orElse(0);
    }

    /** 0 where any colour suits. */
    private static double suiting(Forecast forecast, Biome biome) {
        return Math.min(SUITED, climate(biome) * forecast.warmth());
    }

    /** Which colours suit: 1 warm ones, -1 cold ones, 0 any. */
    private static int climate(Biome biome) {
        return switch (biome) {
            case SNOW, ICE, SHALLOW_WATER, GRAVEL -> -1;
            case SAND, BEACH, VOLCANIC, DRY_GRASS, DIRT -> 1;
            default -> 0;
        };
    }
}
