package latentwilds.training.loop;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import latentwilds.seed.RandomStream;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.training.augment.Batch;
import latentwilds.training.augment.TexturePlaces;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final String[] GROUND = {
        "generator.regionSize=3", "generator.accents=true", "generator.batchNorm=false", "batch=8"
    };

    @Test
    void aBlendOfOnePlaceWithItselfIsThatPlace() {
        // Every picture has the same label, and no noise of its own but that of its cells.
        TrainingOptions options =
                TinyTraining.ground("generator.batchNorm=false", "loss.between=1", "batch=8");
        draw(
                options,
                new int[] {1, 1, 1, 1, 1, 1, 1, 1},
                drawn -> {
                    assertThat(drawn.blends().getShape().get(0)).isEqualTo(2);
                    for (float share : drawn.shares().toFloatArray()) {
                        assertThat(share).isBetween(0f, 1f);
                    }
                    float[] pictures = drawn.pictures().toFloatArray();
                    float[] blends = drawn.blends().toFloatArray();
                    assertThat(blends).isEqualTo(Arrays.copyOf(pictures, blends.length));
                });
    }

    @Test
    void placesOfOneLabelAreBlendedByTheirNoise() {
        TrainingOptions options =
                TinyTraining.ground(
                        "generator.regionSize=3",
                        "generator.batchNorm=false",
                        "loss.between=1",
                        "batch=8");
        draw(
                options,
                new int[8],
                drawn -> {
                    NDArray first = drawn.pictures().get("0:2");
                    assertThat(distance(drawn.blends(), first, 0)).isGreaterThan(0);
                });
    }

    @Test
    void aBlendHasItsShareOfTwoLabelsAndTheirRegions() {
        TrainingOptions options = ground("loss.between=1");
        draw(
                options,
                new int[] {0, 0, 0, 0, 1, 1, 1, 1},
                drawn -> {
                    NDArray first = drawn.pictures().get("0:2");
                    NDArray second = drawn.pictures().get("4:6");
                    float[] shares = drawn.shares().toFloatArray();
                    for (int i = 0; i < 2; i++) {
                        // The picture of the first, with more of the second the farther from it.
                        double near = distance(drawn.blends(), first, i);
                        double whole = distance(second, first, i);
                        assertThat(near).isGreaterThan(0).isLessThan(whole);
                    }
                    boolean lower = shares[0] < shares[1];
                    assertThat(
                                    distance(drawn.blends(), first, 0)
                                            < distance(drawn.blends(), first, 1))
                            .isEqualTo(lower);
                });
    }

    @Test
    void aSmallBatchHasABlendToo() {
        draw(
                ground("loss.between=1", "batch=2"),
                new int[] {0, 1},
                drawn -> {
                    assertThat(drawn.blends().getShape().get(0)).isEqualTo(1);
                    assertThat(distance(drawn.blends(), drawn.pictures(), 0)).isGreaterThan(0);
                });
    }

    @Test
    void nothingIsBlendedUnlessItIsLearnedFrom() {
        draw(
                ground(),
                new int[] {0, 0, 0, 0, 1, 1, 1, 1},
                drawn -> {
                    assertThat(drawn.blends()).isNull();
                    assertThat(drawn.pictures().getShape().get(0)).isEqualTo(8);
                });
    }

    @Test
    void aStepHeedsTheBlends() {
        assertThat(norm(ground("loss.between=100"))).isGreaterThan(2 * norm(ground()));
    }

    private static double norm(TrainingOptions options) {
        Streams streams = new Streams(new RunSeed(1));
        try (Adversaries adversaries = adversaries(options, streams)) {
            Batch batch = TinyTraining.batches(options).next(8, streams.stream("batch", 0));
            return adversaries.step(0, batch).g().norm();
        }
    }

    private static void draw(TrainingOptions options, int[] labels, Consumer<Drawn> check) {
        Streams streams = new Streams(new RunSeed(1));
        try (Adversaries adversaries = adversaries(options, streams);
                NDManager scratch = adversaries.manager().newSubManager()) {
            int[][] rows = Arrays.stream(labels).mapToObj(l -> new int[] {l}).toArray(int[][]::new);
            List<NDArray> heard = adversaries.draws().labels(scratch, rows, 0);
            check.accept(
                    adversaries
                            .draws()
                            .fakesAndBlends(
                                    scratch,
                                    Told.nothing(labels.length),
                                    heard,
                                    new RandomStream(5)));
        }
    }

    private static double distance(NDArray a, NDArray b, int row) {
        return a.get(row).sub(b.get(row)).square().mean().getFloat();
    }

    private static TrainingOptions ground(String... changes) {
        String[] all = Arrays.copyOf(GROUND, GROUND.length + changes.length);
        System.arraycopy(changes, 0, all, GROUND.length, changes.length);
        return TinyTraining.ground(all);
    }

    private static Adversaries adversaries(TrainingOptions options, Streams streams) {
        return new Adversaries(
                options,
                options.generatorSpec(TinyTraining.LABELS, "0"),
                TexturePlaces.NONE,
                streams);
    }
}
