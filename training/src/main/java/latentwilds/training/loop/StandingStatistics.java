package latentwilds.training.loop;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import latentwilds.seed.Streams;
import latentwilds.training.augment.Batches;
import latentwilds.training.net.GeneratorNet;
import latentwilds.training.net.ParameterSet;

/**
 * Batch norm's statistics of the averaged generator, measured on pictures that it makes (standing
 * statistics: Brock et al. 2019, BigGAN). Those of the generator that is trained belong to other
 * weights: with them the average's colours are off.
 */
final class StandingStatistics {
    private static final int BATCHES = 48;
    private static final int LABEL_BATCHES = 8;

    private final Adversaries adversaries;
    private final Streams streams;
    private final List<int[][]> labels = new ArrayList<>();

    /** Draws labels as the data set has them. */
    StandingStatistics(Adversaries adversaries, Streams streams, Batches batches, int batch) {
        this.adversaries = adversaries;
        this.streams = streams;
        for (int i = 0; i < LABEL_BATCHES; i++) {
            labels.add(batches.next(batch, streams.stream("standing.labels", i)).labels());
        }
    }

    /** Statistics by name, none without batch norm; the training is left as it was. */
    Map<String, float[]> measure(long step) {
        GeneratorNet net = adversaries.generator();
        Map<String, float[]> parameters = net.parameters().toArrays();
        Map<String, float[]> statistics = net.statistics().toArrays();
        if (statistics.isEmpty()) {
            return statistics;
        }
        try {
            net.parameters().load(adversaries.average().parameters().toArrays());
            return measured(step);
        } finally {
            net.parameters().load(parameters);
            net.statistics().load(statistics);
        }
    }

    /** Statistics of the generator that is trained, before its first step. */
    Map<String, float[]> measureTrained() {
        ParameterSet running = adversaries.generator().statistics();
        Map<String, float[]> before = running.toArrays();
        try {
            return measured(0);
        } finally {
            running.load(before);
        }
    }

    /** The mean over some batches. */
    private Map<String, float[]> measured(long step) {
        ParameterSet running = adversaries.generator().statistics();
        Map<String, float[]> sums = running.toArrays();
        sums.values().forEach(values -> Arrays.fill(values, 0));
        Map<String, float[]> nothing = copy(sums);
        // Dropout's numbers come from the engine: the same at every look.
        Engine.getEngine("PyTorch").setRandomSeed((int) streams.hash("standing.dropout"));
        for (int i = 0; i < BATCHES; i++) {
            running.load(nothing);
            draw(i, step);
            running.toArrays()
                    .forEach(
                            (name, values) -> {
                                float[] sum = sums.get(name);
                                for (int k = 0; k < sum.length; k++) {
                                    sum[k] += values[k] / (GeneratorNet.BATCH_SHARE * BATCHES);
                                }
                            });
        }
        return sums;
    }

    private static Map<String, float[]> copy(Map<String, float[]> arrays) {
        Map<String, float[]> copy = new HashMap<>();
        arrays.forEach((name, values) -> copy.put(name, values.clone()));
        return copy;
    }

    private void draw(int i, long step) {
        int[][] rows = labels.get(i % LABEL_BATCHES);
        try (NDManager scratch = adversaries.manager().newSubManager()) {
            adversaries
                    .draws()
                    .fakes(
                            scratch,
                            rows.length,
                            adversaries.draws().labels(scratch, rows, step),
                            streams.stream("standing.latents", i));
        }
    }
}
