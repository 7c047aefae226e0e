package latentwilds.training.loop;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import latentwilds.model.GeneratorSpec;
import latentwilds.seed.Streams;
import latentwilds.training.augment.AdaptiveStrength;
import latentwilds.training.augment.Augmentation;
import latentwilds.training.augment.Batch;
import latentwilds.training.augment.TexturePlaces;
import latentwilds.training.loss.Evenness;
import latentwilds.training.net.Adam;
import latentwilds.training.net.Convolutions;
import latentwilds.training.net.DiscriminatorNet;
import latentwilds.training.net.DiscriminatorNet.Mode;
import latentwilds.training.net.GeneratorNet;
import latentwilds.training.net.MovingAverage;
import latentwilds.training.net.TorchScript;

/**
 * The two networks and one step of their game. Every random number of step {@code i} comes from
 * streams named after it, so a resumed run goes on exactly as the uninterrupted one. Used by one
 * thread; the owner closes it.
 */
public final class Adversaries implements AutoCloseable {
    private final TrainingOptions options;
    private final TexturePlaces places;
    private final Streams streams;
    private final NDManager manager;
    private final TorchScript script;
    private final Convolutions convolutions;
    private final GeneratorNet generator;
    private final DiscriminatorNet discriminator;
    private final MovingAverage average;
    private final Adam generatorAdam;
    private final Adam discriminatorAdam;
    private final Augmentation augmentation;
    private final AdaptiveStrength strength;
    private final Critique critique;
    private final Draws draws;
    private final Rates rates;

    /**
     * Makes two untrained networks.
     *
     * @param options what to train
     * @param spec the generator, from {@link TrainingOptions#generatorSpec}
     * @param places of the training textures; {@link TexturePlaces#NONE} unless the options give
     *     them places
     * @param streams source of all randomness
     */
    public Adversaries(
            TrainingOptions options, GeneratorSpec spec, TexturePlaces places, Streams streams) {
        this.options = options;
        this.places = places;
        this.streams = streams;
        manager = NDManager.newBaseManager("PyTorch");
        script = new TorchScript(manager);
        convolutions =
                new Convolutions(
                        manager, script, options.precision() == TrainingOptions.Precision.BF16);
        GeneratorOptions g = options.generator();
        generator =
                new GeneratorNet(
                        manager,
                        convolutions,
                        spec,
                        new GeneratorNet.Training(
                                g.upsampling(), g.batchNorm(), g.dropout(), g.initialisation()),
                        streams.stream("init.g"));
        discriminator =
                new DiscriminatorNet(
                        manager,
                        convolutions,
                        options.discriminatorSpec(places.count()),
                        spec.condition(),
                        streams.stream("init.d"));
        discriminator.parameters().freeze(discriminator.frozen());
        average = new MovingAverage(manager, generator);
        draws = new Draws(options, generator);
        rates = new Rates(options);
        float beta1 = (float) options.optimiser().beta1();
        float beta2 = (float) options.optimiser().beta2();
        generatorAdam = new Adam(manager, generator.parameters(), beta1, beta2);
        discriminatorAdam = new Adam(manager, discriminator.parameters(), beta1, beta2);
        AugmentOptions a = options.augment();
        augmentation =
                new Augmentation(
                        a.translation(),
                        a.toroidal(),
                        a.cutout(),
                        a.brightness().from(),
                        a.brightness().to(),
                        a.colour());
        strength = new AdaptiveStrength(a.strength(), a.target(), a.adaptImages());
        critique =
                new Critique(
                        options.loss(),
                        discriminator,
                        new Penalties(options.loss(), script, discriminator, streams),
                        this::augmented);
        generator.parameters().requireGradients(true);
        discriminator.parameters().requireGradients(true);
    }

    /**
     * One step: D to tell fake from real, then, unless it sits this one out, G to be told from real
     * no longer.
     *
     * @param step index of the step, from 0
     * @param batch real pictures
     * @return what happened
     */
    public StepStats step(long step, Batch batch) {
        int n = batch.labels().length;
        if (options.generator().dropout() + options.discriminator().dropout() > 0) {
            Engine.getEngine("PyTorch").setRandomSeed((int) streams.hash("dropout", step));
        }
        try (NDManager scratch = manager.newSubManager();
                GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            int size = options.size();
            NDArray real =
                    scratch.create(batch.pictures(), new Shape(n, options.channels(), size, size));
            List<NDArray> labels = draws.labels(scratch, batch.labels(), step);
            Told told = Told.of(batch.sources(), places, options, streams.stream("told", step));
            Drawn drawn =
                    draws.fakesAndBlends(scratch, told, labels, streams.stream("latents", step));
            NDArray fake = drawn.pictures();
            List<NDArray> heard = told.heard(scratch, labels);
            StepStats.Discriminator d = stepDiscriminator(step, collector, real, fake, heard);
            StepStats.Generator g = null;
            if (generatorPlays(step)) {
                g = stepGenerator(step, collector, real, drawn, heard);
                // The average follows quickly at first, when the generator has hardly begun.
                average.update(
                        Math.min(options.optimiser().emaDecay(), (step + 1.0) / (step + 10.0)));
            }
            return new StepStats(d, g);
        }
    }

    private boolean generatorPlays(long step) {
        OptimiserOptions o = options.optimiser();
        return step >= o.headStart() && (step + 1) % o.criticSteps() == 0;
    }

    /** D minimises its side of the objective, and now and then its slope at the pictures. */
    StepStats.Discriminator stepDiscriminator(
            long step,
            GradientCollector collector,
            NDArray real,
            NDArray fake,
            List<NDArray> labels) {
        discriminator.parameters().requireGradients(true);
        discriminator.parameters().zeroGradients();
        Critique.Opinion opinion = critique.of(step, collector, real, fake, labels);
        double norm =
                discriminatorAdam.step(rates.discriminator(step), options.optimiser().clipNorm());
        if (options.loss().clip() > 0) {
            discriminator.parameters().clip(options.loss().clip());
        }
        if (options.augment().adaptive()) {
            strength.observe(step, opinion.sign(), options.batch());
        }
        return new StepStats.Discriminator(
                opinion.loss(),
                opinion.real(),
                opinion.fake(),
                opinion.sign(),
                opinion.slope(),
                norm);
    }

    /** G minimises its side of the objective. */
    StepStats.Generator stepGenerator(
            long step,
            GradientCollector collector,
            NDArray real,
            Drawn drawn,
            List<NDArray> labels) {
        LossOptions loss = options.loss();
        NDArray fake = drawn.pictures();
        // D is only looked through here: without its own gradients the step is cheaper.
        discriminator.parameters().requireGradients(false);
        generator.parameters().zeroGradients();
        NDArray judgedReal =
                loss.relativistic()
                        ? discriminator.forward(
                                augmented(real, "augment.g.real", step), labels, Mode.JUDGE)
                        : null;
        LabelGuess guess = new LabelGuess(discriminator, loss.classifier());
        NDArray judgedFake =
                discriminator.forward(
                        augmented(fake, "augment.g.fake", step), labels, Mode.JUDGE, guess);
        NDArray adversarial =
                loss.objective().generator(judgedReal, judgedFake, loss.relativistic());
        NDArray cost = guess.addTo(adversarial, labels);
        cost = loss.evenness() == 0 ? cost : cost.add(unevenness(fake));
        collector.backward(
                drawn.blends() == null ? cost : cost.add(drawn.beyond().mul(loss.between())));
        double norm = generatorAdam.step(rates.generator(step), options.optimiser().clipNorm());
        return new StepStats.Generator(adversarial.getFloat(), norm);
    }

    private NDArray unevenness(NDArray fake) {
        return Evenness.penalty(fake, generator.spec().cellPixels()).mul(options.loss().evenness());
    }

    private NDArray augmented(NDArray pictures, String purpose, long step) {
        return augmentation.apply(pictures, strength.strength(), streams.stream(purpose, step));
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

    /**
     * Layers that run on a slower kernel than usual, since the fast one is wrong here.
     *
     * @return a sentence each
     */
    public Set<String> slowLayers() {
        return convolutions.demoted();
    }

    /**
     * What every kind of layer runs on.
     *
     * @return layer to kernel, sorted
     */
    public SortedMap<String, String> kernels() {
        return convolutions.kernels();
    }

    Critique critique() {
        return critique;
    }

    Draws draws() {
        return draws;
    }

    Rates rates() {
        return rates;
    }

    AdaptiveStrength strength() {
        return strength;
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
