package latentwilds.training.metric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.synthesis.Backend;
import latentwilds.synthesis.BackendChooser;
import latentwilds.synthesis.Generator;
import latentwilds.training.dataset.Dataset;
import latentwilds.training.dataset.DatasetManifest;
import latentwilds.training.dataset.DatasetManifest.Split;

/**
 * Measures generators against a data set, all on the backend that the game uses. Real pictures are
 * looked at once, however many generators come. Holds native memory, the owner closes it; one
 * thread at a time.
 */
public final class Evaluator implements AutoCloseable {
    private static final int PATHS = 500;

    /** Folder inside the data set where features of real images are kept. */
    public static final String CACHE = "features";

    private final Dataset dataset;
    private final EvaluationOptions options;
    private final Consumer<String> log;
    private final FeatureNetwork network;
    private final FeatureCache cache;
    private RealSide real;
    private Judges judges;

    /**
     * Prepares to measure.
     *
     * @param dataset reality
     * @param options how
     * @param log told what is going on, a line at a time
     */
    public Evaluator(Dataset dataset, EvaluationOptions options, Consumer<String> log) {
        this.dataset = dataset;
        this.options = options;
        this.log = log;
        network = new FeatureNetwork(options.threads());
        cache = new FeatureCache(dataset.folder().resolve(CACHE), network, log);
    }

    /**
     * Measures one generator. Minutes for thousands of pictures.
     *
     * @param weights of the kind of picture that the data set has
     * @return figures and floors
     * @throws IllegalArgumentException if generator and data set do not fit, or there are too few
     *     images
     * @throws latentwilds.training.dataset.DatasetException if images are missing or damaged
     */
    public Evaluation evaluate(GeneratorWeights weights) {
        return evaluate(weights, Map.of());
    }

    /**
     * Measures a generator whose sprites have palettes in its card.
     *
     * @param weights as above
     * @param palettes label to {@code #rrggbb}, as the card has them
     * @return as above
     */
    public Evaluation evaluate(GeneratorWeights weights, Map<String, List<String>> palettes) {
        check(weights.spec(), dataset);
        boolean full = !options.quick() && options.split() == Split.HELD_OUT;
        boolean ground = weights.spec().spatial();
        if (real == null || real.protocol().ground() != ground) {
            real = RealSide.of(dataset, ground, options, cache, log);
            judges =
                    full
                            ? Judges.train(
                                    dataset.manifest(), real.others(), real.reals(), options.seed())
                            : null;
        }
        Map<String, Double> floors = new LinkedHashMap<>(real.floors());
        Map<String, Double> values;
        List<String> notes = new ArrayList<>(real.notes());
        int samples = options.samples();
        try (Generator generator = new BackendChooser(Backend.AUTO, log).open(weights)) {
            Fakes fakes = new Fakes(weights, generator, real.protocol(), real.labels());
            log.accept("Features of %d generated pictures".formatted(samples));
            SpriteTally sprites = new SpriteTally(weights.spec(), palettes);
            boolean alpha = weights.spec().channels() == 4;
            Drawn drawn = fakes.draw(samples, network, alpha ? sprites::add : (p, labels) -> {});
            log.accept("Generated against real");
            values = new LinkedHashMap<>(real.comparison().with(drawn));
            for (Condition.Group group : weights.spec().condition().groups()) {
                values.putAll(real.comparison().perLabel(drawn, group.name()));
            }
            if (alpha) {
                SpriteTally realSprites = new SpriteTally(weights.spec(), palettes);
                real.source().show(real.reals().size(), real.labels(), realSprites::add);
                values.putAll(sprites.figures());
                floors.putAll(realSprites.figures());
            }
            if (full) {
                memorisation(drawn, values, notes);
                judges.judge(drawn, weights.spec().condition(), values, floors);
                log.accept("Path length");
                try (PerceptualDistance distance = new PerceptualDistance(options.threads())) {
                    int paths = Math.min(PATHS, samples);
                    values.put(
                            Figures.PATH_LENGTH,
                            PathLength.of(fakes, real.protocol(), distance, paths));
                }
                if (ground) {
                    log.accept("Seams");
                    Seams seams = Seams.of(weights, generator, real.protocol(), real.labels());
                    values.put(Figures.SEAM_CELLS, seams.cells());
                    values.put(Figures.SEAM_CHUNKS, seams.chunks());
                    values.put(Figures.PERIOD, seams.period());
                    values.put(Figures.WEAVE, seams.weave());
                    notes.add("The autocorrelation peak is that of %s.".formatted(seams.worst()));
                }
            }
        }
        floors.keySet().retainAll(values.keySet());
        int reals = real.reals().size();
        return new Evaluation(
                samples,
                reals,
                values,
                real.floorSamples(),
                floors,
                reals / 2,
                real.halves(),
                notes);
    }

    private void memorisation(Drawn drawn, Map<String, Double> values, List<String> notes) {
        log.accept("Nearest training images");
        Memorisation memorisation =
                Memorisation.of(
                        Memorisation.nearest(drawn.features(), real.others().features()),
                        Memorisation.nearest(real.reals().features(), real.others().features()));
        values.put(Figures.CLOSE_SHARE, memorisation.closeShare());
        values.put(Figures.COPYING, memorisation.copying());
        CellwiseCopying cells =
                CellwiseCopying.of(
                        drawn.features(),
                        real.reals().features(),
                        real.others().features(),
                        options.seed());
        values.put(Figures.COPYING_IN_CELLS, cells.statistic());
        notes.add(
                "The copying test used %d of %d cells, with %.0f %% of the held-out images; the lowest z-score of a cell is %.1f."
                        .formatted(
                                cells.used(), cells.cells(), 100 * cells.share(), cells.lowest()));
    }

    static void check(GeneratorSpec spec, Dataset dataset) {
        DatasetManifest manifest = dataset.manifest();
        boolean size = spec.spatial() || spec.width(1) == manifest.size();
        if (!size || spec.channels() != manifest.channels()) {
            throw new IllegalArgumentException(
                    "%s: expected the kind of images that generator '%s' makes (%s, %d channels), found %d px with %d channels. Give the data set that it was trained on"
                            .formatted(
                                    dataset.folder(),
                                    spec.kind(),
                                    spec.spatial() ? "any size" : spec.width(1) + " px",
                                    spec.channels(),
                                    manifest.size(),
                                    manifest.channels()));
        }
        for (Condition.Group group : spec.condition().groups()) {
            List<String> found = manifest.groups().getOrDefault(group.name(), List.of());
            if (found.isEmpty() || !group.labels().containsAll(found)) {
                throw new IllegalArgumentException(
                        "%s: expected labels for %s out of %s, found %s. Give the data set that generator '%s' was trained on"
                                .formatted(
                                        dataset.folder(),
                                        group.name(),
                                        group.labels(),
                                        found,
                                        spec.kind()));
            }
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
