package latentwilds.training.loop;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import latentwilds.latent.Latents;
import latentwilds.seed.RandomStream;
import latentwilds.training.net.FeatureTap;
import latentwilds.training.net.GeneratorNet;
import latentwilds.training.net.Labels;

/** Pictures from latents drawn at random, by a generator that is trained. Used by one thread. */
final class Draws {
    /** One blend for so many pictures of a batch, at least one. */
    private static final int PICTURES_PER_BLEND = 4;

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
        return draw(scratch, told, labels, random, true, 0).pictures();
    }

    /** The same with blends of some of them, if these are to be learned from. */
    Drawn fakesAndBlends(NDManager scratch, Told told, List<NDArray> labels, RandomStream random) {
        boolean wanted = options.loss().between() > 0;
        int blends = wanted ? Math.max(1, told.textures().length / PICTURES_PER_BLEND) : 0;
        return draw(scratch, told, labels, random, true, blends);
    }

    /** Pictures to look at, as the generator makes them once it is trained. */
    NDArray pictures(NDManager scratch, int n, List<NDArray> labels, RandomStream random) {
        return draw(scratch, Told.nothing(n), labels, random, false, 0).pictures();
    }

    private Drawn draw(
            NDManager scratch,
            Told told,
            List<NDArray> labels,
            RandomStream random,
            boolean learning,
            int blends) {
        int n = told.textures().length;
        int pixels = generator.spec().cellPixels();
        // One cell more on every side than the crop needs, so that the crop can start anywhere.
        int cells = options.generator().spatial() ? options.size() / pixels + 2 : 1;
        float[][] noise = new float[n + blends][];
        for (int i = 0; i < n; i++) {
            noise[i] = Latents.noise(random, generator.spec(), cells, cells);
            told.settle(noise[i], cells * cells, i);
        }
        float[] shares = new float[blends];
        for (int i = 0; i < blends; i++) {
            shares[i] = (float) random.nextDouble();
            noise[n + i] = mixed(noise[i], noise[Drawn.partner(i, n)], shares[i], cells * cells);
        }
        NDArray input = create(scratch, noise, cells);
        NDArray share = blends == 0 ? null : scratch.create(shares, new Shape(blends, 1, 1, 1));
        NDArray code = code(labels, input, n, share);
        NDArray pictures =
                cropped(generator.decode(input, code, learning, FeatureTap.NONE), random);
        return blends == 0
                ? new Drawn(pictures, null, null)
                : new Drawn(
                        pictures.get(new NDIndex(":%d".formatted(n))),
                        pictures.get(new NDIndex("%d:".formatted(n))),
                        share);
    }

    /** A place between two: its region's noise is mixed, its cells are those of the first. */
    private float[] mixed(float[] from, float[] to, float share, int cells) {
        float[] noise = from.clone();
        for (int i = 0; i < generator.spec().regionSize() * cells; i++) {
            noise[i] += share * (to[i] - from[i]);
        }
        return noise;
    }

    private NDArray create(NDManager scratch, float[][] noise, int cells) {
        int one = noise[0].length;
        float[] all = new float[noise.length * one];
        for (int i = 0; i < noise.length; i++) {
            System.arraycopy(noise[i], 0, all, i * one, one);
        }
        int latentSize = generator.spec().latentSize();
        return scratch.create(all, new Shape(noise.length, latentSize, cells, cells));
    }

    /** Codes of n pictures and, after them, of blends. */
    private NDArray code(List<NDArray> labels, NDArray input, int n, NDArray shares) {
        if (shares == null) {
            return generator.code(labels, input);
        }
        NDArray code = generator.code(labels, input.get(new NDIndex(":%d".formatted(n))));
        long blends = shares.getShape().get(0);
        int half = Drawn.partner(0, n);
        NDArray from = code.get(new NDIndex(":%d".formatted(blends)));
        NDArray to = code.get(new NDIndex("%d:%d".formatted(half, half + blends)));
        return code.concat(from.add(to.sub(from).mul(shares)), 0);
    }

    private NDArray cropped(NDArray pictures, RandomStream random) {
        if (!options.generator().spatial()) {
            return pictures;
        }
        // Were the crop always aligned with the cells, a strided discriminator would reward a
        // weave.
        int pixels = generator.spec().cellPixels();
        int left = pixels / 2 + random.nextInt(pixels + 1);
        int top = pixels / 2 + random.nextInt(pixels + 1);
        int size = options.size();
        return pictures.get(
                new NDIndex(":,:,%d:%d,%d:%d".formatted(top, top + size, left, left + size)));
    }
}
