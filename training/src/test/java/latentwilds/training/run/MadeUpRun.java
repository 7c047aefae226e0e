package latentwilds.training.run;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.model.RandomWeights;
import latentwilds.training.loop.Checkpoint;
import latentwilds.training.loop.TrainingOptions;

/** Runs and checkpoints whose every number is known from the step. */
final class MadeUpRun {
    static final int BATCH = 32;

    private MadeUpRun() {}

    static RunFolder create(Path parent) {
        return RunFolder.create(
                parent,
                TrainingOptions.DEFAULTS,
                new RunFolder.Origin(
                        "/data/set", Map.of("species", List.of("bat", "newt")), Seen.NOTHING));
    }

    static GeneratorWeights weights() {
        return RandomWeights.of(
                new GeneratorSpec(
                        "tiny",
                        2,
                        Condition.NONE,
                        List.of(new Layer.Dense(2, 3, 4, 4, Activation.TANH, false)),
                        3,
                        ""),
                1);
    }

    static Checkpoint checkpoint(long step, int size) {
        float[] values = new float[size];
        Arrays.fill(values, step);
        values[0] = step / 3f;
        values[1] = -0f;
        values[2] = Float.MIN_VALUE;
        return new Checkpoint(step, step / 3.0, Map.of("g.a", values), Map.of());
    }

    /**
     * Writes checkpoints until something ends it, and says after each that it is there.
     *
     * @param args the folder of runs, and how many values a checkpoint has
     */
    public static void main(String[] args) throws Exception {
        RunFolder run = create(Path.of(args[0]));
        Snapshots snapshots = new Snapshots(run);
        GeneratorWeights weights = weights();
        for (long step = 1; ; step++) {
            snapshots.write(step * BATCH, checkpoint(step, Integer.parseInt(args[1])), weights);
            System.out.println(step);
            if (System.out.checkError()) {
                return; // Nobody listens any more.
            }
        }
    }
}
