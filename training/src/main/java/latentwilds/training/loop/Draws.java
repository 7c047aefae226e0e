package latentwilds.training.loop;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import latentwilds.latent.Latents;
import latentwilds.seed.RandomStream;
import latentwilds.training.net.GeneratorNet;
import latentwilds.training.net.Labels;

/** Pictures from latents drawn at random, by a generator that is trained. Used by one thread. */
final class Draws {
    private final TrainingOptions options;
    private final GeneratorNet generator;

    /**
     * Draws nothing yet.
     *
     * @param options of the training
     * @param generator not owned
     */
    Draws(TrainingOptions options, GeneratorNet generator) {
        this.options = options;
        this.generator = generator;
    }

    /** Labels as both networks hear them at a step: one-hot {@code [n][labels]} per group. */
    List<NDArray> labels(NDManager scratch, int[][] rows, long step) {
        return Labels.oneHot(
                scratch, generator.spec().condition(), rows, (float) options.labelWeight(step));
    }

    /** Pictures from fresh latents, with the generator's graph behind them. */
    NDArray fakes(NDManager scratch, int n, List<NDArray> labels, RandomStream random) {
        return fakes(scratch, Told.nothing(n), labels, random);
    }

    /** The same, at the places of textures where these are told. */
    NDArray fakes(NDManager scratch, Told told, List<NDArray> labels, RandomStream random) {
        return draw(scratch, told, labels, random, true);
    }

    /** Pictures to look at, as the generator makes them once it is trained. */
    NDArray pictures(NDManager scratch, int n, List<NDArray> labels, RandomStream random) {
        return draw(scratch, Told.nothing(n), labels, random, false);
    }

    private NDArray draw(
            NDManager scratch,
            Told told,
            List<NDArray> labels,
            RandomStream random,
            boolean learning) {
        int n = told.textures().length;
        boolean spatial = options.generator().spatial();
        int pixels = generator.spec().cellPixels();
        // One cell more on every side than the crop needs, so that the crop can start anywhere.
        int cells = spatial ? options.size() / pixels + 2 : 1;
        int latentSize = generator.spec().latentSize();
        int one = latentSize * cells * cells;
        float[] noise = new float[n * one];
        for (int i = 0; i < n; i++) {
            float[] own = Latents.noise(random, generator.spec(), cells * cells);
            told.settle(own, cells * cells, i);
            System.arraycopy(own, 0, noise, i * one, one);
        }
        NDArray pictures =
                generator.forward(
                        scratch.create(noise, new Shape(n, latentSize, cells, cells)),
                        labels,
                        learning);
        if (!spatial) {
            return pictures;
        }
        // Were the crop always aligned with the cells, a strided discriminator would reward a
        // weave.
        int left = pixels / 2 + random.nextInt(pixels + 1);
        int top = pixels / 2 + random.nextInt(pixels + 1);
        return pictures.get(
                new NDIndex(
                        ":,:,%d:%d,%d:%d"
                                .formatted(
                                        top, top + options.size(), left, left + options.size())));
    }
}
