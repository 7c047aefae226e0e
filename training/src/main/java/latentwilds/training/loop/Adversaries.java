package latentwilds.training.loop;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import latentwilds.model.GeneratorSpec;
import latentwilds.seed.RandomStream;
import latentwilds.seed.Streams;
import latentwilds.training.augment.Augmentation;
import latentwilds.training.augment.Batch;
import latentwilds.training.loss.GradientPenalty;
import latentwilds.training.loss.RelativisticPairing;
import latentwilds.training.net.Adam;
import latentwilds.training.net.DiscriminatorNet;
import latentwilds.training.net.GeneratorNet;
import latentwilds.training.net.Labels;
import latentwilds.training.net.MovingAverage;
import latentwilds.training.net.TorchScript;

/**
 * The two networks and one step of their game. Every random number of step {@code i} comes from
 * streams named after it, so a resumed run goes on exactly as the uninterrupted one. Used by one
 * thread; the owner closes it.
 */
public final class Adversaries implements AutoCloseable {
    private static final double FINAL_RATE = 0.1;

    private final TrainingOptions options;
    private final Streams streams;
    private final NDManager manager;
    private final TorchScript script;
    private final GeneratorNet generator;
    private final DiscriminatorNet discriminator;
    private final MovingAverage average;
    private final Adam generatorAdam;
    private final Adam discriminatorAdam;
    private final Augmentation augmentation;

    /**
     * Makes two untrained networks.
     *
     * @param options what to train
     * @param spec the generator, from {@link TrainingOptions#generatorSpec}
     * @param streams source of all randomness
     */
    public Adversaries(TrainingOptions options, GeneratorSpec spec, Streams streams) {
        this.options = options;
        this.streams = streams;
        manager = NDManager.newBaseManager("PyTorch");
        script = new TorchScript(manager);
        generator =
                new GeneratorNet(
                        manager, script, spec, options.upsampling(), streams.stream("init.g"));
        discriminator =
                new DiscriminatorNet(
                        manager,
                        options.discriminatorSpec(),
                        spec.condition(),
                        streams.stream("init.d"));
        average = new MovingAverage(manager, generator);
        float beta1 = (float) options.beta1();
        float beta2 = (float) options.beta2();
        generatorAdam = new Adam(manager, generator.parameters(), beta1, beta2);
        discriminatorAdam = new Adam(manager, discriminator.parameters(), beta1, beta2);
        augmentation =
                new Augmentation(options.translation(), options.cutout(), options.brightness());
        generator.parameters().requireGradients(true);
        discriminator.parameters().requireGradients(true);
    }

    /**
     * One step of both: D to tell fake from real, then G to be told from real no longer.
     *
     * @param step index of the step, from 0
     * @param batch real pictures
     * @return what happened
     */
    public StepStats step(long step, Batch batch) {
        int n = batch.labels().length;
        try (NDManager scratch = manager.newSubManager();
                GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            int size = options.size();
            NDArray real =
                    scratch.create(batch.pictures(), new Shape(n, options.channels(), size, size));
            List<NDArray> labels =
                    Labels.oneHot(scratch, generator.spec().condition(), batch.labels());
            NDArray fake = fakes(scratch, n, labels, streams.stream("latents", step));
            StepStats.Discriminator d = stepDiscriminator(step, collector, real, fake, labels);
            float lossG = stepGenerator(step, collector, real, fake, labels);
            // The average follows quickly at first, when the generator has hardly begun.
            average.update(Math.min(options.emaDecay(), (step + 1.0) / (step + 10.0)));
            return new StepStats(d, lossG);
        }
    }

    /** D minimises softplus(D(fake) - D(real)), and now and then its slope at the pictures. */
    StepStats.Discriminator stepDiscriminator(
            long step,
            GradientCollector collector,
            NDArray real,
            NDArray fake,
            List<NDArray> labels) {
        discriminator.parameters().requireGradients(true);
        discriminator.parameters().zeroGradients();
        boolean penalise = step % options.penaltyInterval() == 0;
        NDArray shownReal = augmentation.apply(real, streams.stream("augment.d.real", step));
        NDArray shownFake =
                augmentation.apply(fake.stopGradient(), streams.stream("augment.d.fake", step));
        boolean r1 = penalise && options.r1Gamma() > 0;
        boolean r2 = penalise && options.r2Gamma() > 0;
        if (r1) {
            shownReal = leaf(shownReal);
        }
        if (r2) {
            shownFake = leaf(shownFake);
        }
        NDArray logitsReal = discriminator.forward(shownReal, labels);
        NDArray logitsFake = discriminator.forward(shownFake, labels);
        NDArray loss = RelativisticPairing.discriminator(logitsReal, logitsFake);
        NDArray total = loss;
        float penalty = Float.NaN;
        if (r1) {
            NDArray slope = GradientPenalty.of(script, logitsReal, shownReal);
            penalty = slope.getFloat();
            total = total.add(slope.mul(options.r1Gamma() / 2 * options.penaltyInterval()));
        }
        if (r2) {
            NDArray slope = GradientPenalty.of(script, logitsFake, shownFake);
            total = total.add(slope.mul(options.r2Gamma() / 2 * options.penaltyInterval()));
        }
        collector.backward(total);
        discriminatorAdam.step(options.learningRateD() * decay(step));
        return new StepStats.Discriminator(
                loss.getFloat(),
                logitsReal.mean().getFloat(),
                logitsFake.mean().getFloat(),
                penalty);
    }

    /** G minimises softplus(D(real) - D(fake)). */
    float stepGenerator(
            long step,
            GradientCollector collector,
            NDArray real,
            NDArray fake,
            List<NDArray> labels) {
        // D is only looked through here: without its own gradients the step is cheaper.
        discriminator.parameters().requireGradients(false);
        generator.parameters().zeroGradients();
        NDArray logitsReal =
                discriminator.forward(
                        augmentation.apply(real, streams.stream("augment.g.real", step)), labels);
        NDArray logitsFake =
                discriminator.forward(
                        augmentation.apply(fake, streams.stream("augment.g.fake", step)), labels);
        NDArray loss = RelativisticPairing.generator(logitsReal, logitsFake);
        collector.backward(loss);
        generatorAdam.step(options.learningRateG() * decay(step));
        return loss.getFloat();
    }

    /** Pictures from fresh latents, with the generator's graph behind them. */
    NDArray fakes(NDManager scratch, int n, List<NDArray> labels, RandomStream random) {
        int pixels = generator.spec().cellPixels();
        // One cell more on every side than the crop needs, so that the crop can start anywhere.
        int cells = options.spatial() ? options.size() / pixels + 2 : 1;
        int latentSize = generator.spec().latentSize();
        float[] noise = new float[n * latentSize * cells * cells];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        NDArray pictures =
                generator.forward(
                        scratch.create(noise, new Shape(n, latentSize, cells, cells)),
                        labels,
                        true);
        if (!options.spatial()) {
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

    private double decay(long step) {
        double progress = (double) step * options.batch() / options.images();
        if (progress <= options.decayFrom() || options.decayFrom() >= 1) {
            return 1;
        }
        double late = Math.min(1, (progress - options.decayFrom()) / (1 - options.decayFrom()));
        return 1 - late * (1 - FINAL_RATE);
    }

    private static NDArray leaf(NDArray array) {
        NDArray leaf = array.stopGradient();
        leaf.setRequiresGradient(true);
        return leaf;
    }

    /**
     * The generator that is trained.
     *
     * @return owned by this object
     */
    public GeneratorNet generator() {
        return generator;
    }

    /**
     * The discriminator that is trained.
     *
     * @return owned by this object
     */
    public DiscriminatorNet discriminator() {
        return discriminator;
    }

    /**
     * The averaged generator: what is shown and exported.
     *
     * @return owned by this object
     */
    public MovingAverage average() {
        return average;
    }

    Adam generatorAdam() {
        return generatorAdam;
    }

    Adam discriminatorAdam() {
        return discriminatorAdam;
    }

    NDManager manager() {
        return manager;
    }

    @Override
    public void close() {
        script.close();
        manager.close();
    }
}
