package latentwilds.training.loop;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import latentwilds.seed.RandomStream;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.training.augment.Batch;
import latentwilds.training.augment.Batches;
import latentwilds.training.augment.TexturePlaces;
import latentwilds.training.net.DiscriminatorNet;
import org.junit.jupiter.api.Test;

class ToldTest {
    private final TrainingOptions options =
            TinyTraining.ground(
                    "generator.regionSize=3",
                    "generator.regionSpread=0.5",
                    "discriminator.textures=0.75");

    private final Batches batches = TinyTraining.batches(options);
    private final TexturePlaces places = batches.places(3);

    @Test
    void asManyTexturesAreToldAsTheOptionsSay() {
        int[] sources = new int[4000];
        Arrays.setAll(sources, i -> i % 10);

        int[] told = Told.of(sources, places, options, new RandomStream(1)).textures();

        assertThat(Arrays.stream(told).filter(t -> t >= 0).count()).isBetween(2900L, 3100L);
        for (int i = 0; i < told.length; i++) {
            assertThat(told[i]).isIn(-1, i % 10);
        }
    }

    @Test
    void theDiscriminatorHearsWhatIsTold() {
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            List<NDArray> labels = List.of(manager.zeros(new Shape(2, 2)));

            List<NDArray> heard = new Told(new int[] {3, -1}, places, 0.5).heard(manager, labels);

            float[] expected = new float[20];
            expected[3] = 1;
            assertThat(heard).hasSize(2);
            assertThat(heard.get(1).toFloatArray()).isEqualTo(expected);
            assertThat(Told.nothing(2).heard(manager, labels)).isEqualTo(labels);
        }
    }

    @Test
    void aPictureOfATextureIsMadeAtItsPlace() {
        Streams streams = new Streams(new RunSeed(1));
        try (Adversaries adversaries = adversaries(streams);
                NDManager scratch = adversaries.manager().newSubManager()) {
            int[][] rows = {{0}, {0}};
            List<NDArray> labels = adversaries.draws().labels(scratch, rows, 0);

            float[] anywhere = draw(adversaries, scratch, Told.nothing(2), labels);
            float[] one = draw(adversaries, scratch, told(0, -1), labels);
            float[] other = draw(adversaries, scratch, told(2, -1), labels);

            int half = anywhere.length / 2;
            assertThat(first(one, half)).isNotEqualTo(first(anywhere, half));
            assertThat(first(other, half)).isNotEqualTo(first(one, half));
            assertThat(draw(adversaries, scratch, told(-1, -1), labels)).isEqualTo(anywhere);
        }
    }

    @Test
    void theDiscriminatorLearnsTheTexturesItSaw() {
        Streams streams = new Streams(new RunSeed(1));
        Batch batch = batches.next(options.batch(), streams.stream("batch", 0));
        try (Adversaries adversaries = adversaries(streams)) {
            adversaries.step(0, batch);

            Map<String, float[]> after = adversaries.discriminator().parameters().toArrays();
            float[] table = after.get(DiscriminatorNet.TEXTURES);
            int features = table.length / 10;
            int[] told =
                    Told.of(batch.sources(), places, options, streams.stream("told", 0)).textures();
            for (int t = 0; t < 10; t++) {
                int texture = t;
                float[] row = Arrays.copyOfRange(table, t * features, (t + 1) * features);
                boolean seen = Arrays.stream(told).anyMatch(i -> i == texture);
                assertThat(row)
                        .as("texture %d", t)
                        .satisfies(r -> assertThat(isZero(r)).isEqualTo(!seen));
            }
            assertThat(Arrays.stream(told)).anyMatch(t -> t >= 0);
        }
    }

    private Adversaries adversaries(Streams streams) {
        return new Adversaries(
                options, options.generatorSpec(TinyTraining.LABELS, "0"), places, streams);
    }

    private Told told(int... textures) {
        return new Told(textures, places, options.generator().regionSpread());
    }

    private static float[] draw(
            Adversaries adversaries, NDManager scratch, Told told, List<NDArray> labels) {
        return adversaries.draws().fakes(scratch, told, labels, new RandomStream(5)).toFloatArray();
    }

    private static float[] first(float[] values, int count) {
        return Arrays.copyOf(values, count);
    }

    private static boolean isZero(float[] row) {
        for (float value : row) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }
}
