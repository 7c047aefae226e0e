package latentwilds.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import latentwilds.latent.LatentGrid;
import latentwilds.latent.Latents;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.seed.RandomStream;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.gl.Schedule;

/** Measures one model on one backend, on a thread of its own. */
final class KindBench {
    /** Cells of a chunk, without its margin. */
    private static final int CELLS = 16;

    private static final int[] BATCHES = {1, 4, 16};
    private static final int SLICED = 4;
    private static final int ROUNDS = 3;
    private static final int BLOCK_ROUNDS = 5;

    /** Milliseconds that synthesis may block the render thread for at the default budget. */
    private static final double MOST_BLOCK = 4;

    private final String kind;
    private final GeneratorWeights weights;
    private final Function<GeneratorWeights, Generator> opener;
    private final Frames frames;
    private final Map<String, Timing> batches = new LinkedHashMap<>();
    private final List<Bar> bars = new ArrayList<>();
    private final RandomStream random = new RandomStream(1);

    KindBench(
            String kind,
            GeneratorWeights weights,
            Function<GeneratorWeights, Generator> opener,
            Frames frames) {
        this.kind = kind;
        this.weights = weights;
        this.opener = opener;
        this.frames = frames;
    }

    Map<String, Object> run() throws Exception {
        GeneratorSpec spec = weights.spec();
        int side = spec.spatial() ? CELLS + 2 * spec.marginCells() : 1;
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("macsPerImage", spec.macs(side, side));
        long resident = Memory.resident();
        frames.flatOut(true);
        figures.put("firstImageCold", Timing.of(this::openAndMakeOne));
        figures.put("firstImageWarm", Timing.of(this::openAndMakeOne));
        try (Generator generator = opener.apply(weights)) {
            generator.synthesise(inputs(1, side));
            figures.put("gpuBytes", frames.schedule().bytes());
            figures.put("residentBytesMore", Memory.resident() - resident);
            for (int batch : BATCHES) {
                batches.put(Integer.toString(batch), best(generator, batch, side));
            }
            figures.put("perImageAtBatch", batches);
            withinTheBudget(generator, side, figures);
            frames.flatOut(true);
        }
        return figures;
    }

    /**
     * Frames within the budget, some rounds of the same work. What the work itself blocks the
     * render thread for is in every round; another process's turn in the middle of a frame is not,
     * so the median is the figure.
     */
    private void withinTheBudget(Generator generator, int side, Map<String, Object> figures)
            throws Exception {
        List<Double> blocks = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        Timing best = null;
        for (int i = 0; i < BLOCK_ROUNDS; i++) {
            List<LatentGrid> inputs = inputs(SLICED, side);
            frames.flatOut(false);
            Timing timing = Timing.of(() -> generator.synthesise(inputs)).per(SLICED);
            best = faster(best, timing);
            blocks.add(frames.longestMillis());
            processor.add(frames.longestCpuMillis());
        }
        figures.put("perImageWithinTheBudget", best);
        figures.put("longestRenderThreadBlockMillis", Timing.median(blocks));
        figures.put("longestRenderThreadBlockMillisPerRound", blocks);
        if (generator.backend().equals("gl")) {
            Schedule schedule = frames.schedule();
            figures.put("longestRenderThreadCpuMillis", Timing.median(processor));
            figures.put("longestStep", schedule.longestWhat());
            figures.put("smallestSliceMillis", schedule.smallestMillis());
            bars.add(
                    Bar.atMost(
                            "longest block of the render thread, %s (ms)".formatted(kind),
                            Timing.median(blocks),
                            Math.max(
                                    MOST_BLOCK,
                                    frames.budgetMillis() + schedule.smallestMillis())));
        }
    }

    /** The figures that have to be within bounds, after {@link #run}. */
    List<Bar> bars() {
        return List.copyOf(bars);
    }

    /** Batch to milliseconds per picture, after {@link #run}. */
    Map<String, Double> wallMillis() {
        Map<String, Double> millis = new LinkedHashMap<>();
        batches.forEach((batch, timing) -> millis.put(batch, timing.wallMillis()));
        return millis;
    }

    private Object openAndMakeOne() {
        int side = weights.spec().spatial() ? CELLS + 2 * weights.spec().marginCells() : 1;
        try (Generator generator = opener.apply(weights)) {
            return generator.synthesise(inputs(1, side));
        }
    }

    /** The fastest of some rounds: the others were disturbed. */
    private Timing best(Generator generator, int batch, int side) throws Exception {
        Timing best = null;
        for (int i = 0; i < ROUNDS; i++) {
            List<LatentGrid> inputs = inputs(batch, side);
            Timing timing = Timing.of(() -> generator.synthesise(inputs)).per(batch);
            best = faster(best, timing);
        }
        return best;
    }

    private static Timing faster(Timing one, Timing other) {
        return one == null || other.wallMillis() < one.wallMillis() ? other : one;
    }

    private List<LatentGrid> inputs(int count, int side) {
        GeneratorSpec spec = weights.spec();
        List<LatentGrid> inputs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            inputs.add(
                    new LatentGrid(
                            side,
                            side,
                            Latents.gaussian(random, spec.latentSize() * side * side),
                            Latents.gaussian(random, spec.condition().codeSize() * side * side)));
        }
        return inputs;
    }
}
