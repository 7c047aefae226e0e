package latentwilds.synthesis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import latentwilds.latent.LatentGrid;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.model.Model;
import latentwilds.model.RandomWeights;

/**
 * Records its calls. A picture is filled with its input's first noise value, a request's number.
 */
final class FakeGenerator implements Generator {
    /** A 1 x 1 grid gives a picture of 1 x 1. */
    static final GeneratorSpec MONSTERS =
            new GeneratorSpec(
                    "monsters",
                    2,
                    new Condition(List.of()),
                    List.of(new Layer.Dense(2, 4, 1, 1, Activation.TANH, false)),
                    4,
                    "");

    /** A pixel per cell. */
    static final GeneratorSpec TERRAIN =
            new GeneratorSpec(
                    "terrain",
                    2,
                    new Condition(List.of()),
                    List.of(new Layer.Conv3x3(2, 3, Activation.TANH, false)),
                    3,
                    "");

    final List<List<Integer>> calls = Collections.synchronizedList(new ArrayList<>());
    final List<String> closedOn = Collections.synchronizedList(new ArrayList<>());
    final CountDownLatch begun = new CountDownLatch(1);
    volatile int warmUps;
    volatile int warmedUpWith;
    volatile CountDownLatch gate = new CountDownLatch(0);
    volatile Throwable trouble;

    private final GeneratorSpec spec;

    FakeGenerator(GeneratorSpec spec) {
        this.spec = spec;
    }

    static Model model(GeneratorSpec spec) {
        return new Model(RandomWeights.of(spec, 1), null);
    }

    static Map<String, Model> models() {
        return Map.of("monsters", model(MONSTERS), "terrain", model(TERRAIN));
    }

    static LatentGrid grid(int number, int cells) {
        float[] noise = new float[2 * cells * cells];
        noise[0] = number;
        return new LatentGrid(cells, cells, noise, new float[0]);
    }

    @Override
    public GeneratorSpec spec() {
        return spec;
    }

    @Override
    public String backend() {
        return "fake";
    }

    @Override
    public List<Picture> synthesise(List<LatentGrid> inputs) {
        InputCheck.check(spec, inputs);
        // Requests' numbers are whole and the golden input's noise is not.
        float first = inputs.get(0).noise()[0];
        if (first != Math.rint(first)) {
            warmUps++;
            warmedUpWith = inputs.get(0).columns();
        } else {
            calls.add(inputs.stream().map(g -> (int) g.noise()[0]).toList());
            begun.countDown();
            await(gate);
        }
        if (trouble != null) {
            throwAny(trouble);
        }
        return inputs.stream().map(this::picture).toList();
    }

    private Picture picture(LatentGrid grid) {
        float[] values = new float[spec.channels() * grid.rows() * grid.columns()];
        values[0] = grid.noise()[0];
        return new Picture(spec.channels(), grid.columns(), grid.rows(), values);
    }

    @Override
    public void close() {
        closedOn.add(Thread.currentThread().getName());
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void throwAny(Throwable e) throws E {
        throw (E) e;
    }

    /** Opens the fakes by kind. */
    static Generator open(Map<String, FakeGenerator> fakes, GeneratorWeights weights) {
        return fakes.get(weights.spec().kind());
    }
}
