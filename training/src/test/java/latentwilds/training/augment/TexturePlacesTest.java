package latentwilds.training.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.model.RandomWeights;
import latentwilds.training.dataset.LabelledImages;
import org.junit.jupiter.api.Test;

class TexturePlacesTest {
    private static final int SIDE = 16;
    private static final int SIZE = 4;
    private static final int MANY = 40;
    private static final int FEW = 3;
    private static final int CELLS = 2;

    private final TexturePlaces places = new GroundBatches(textures(), SIDE).places(SIZE);

    @Test
    void overTheTexturesOfALabelPlacesAreSpreadAsStandardNoiseIs() {
        double[] values =
                IntStream.range(0, MANY).mapToDouble(i -> places.centres()[i][0]).toArray();

        assertThat(Arrays.stream(values).average().orElseThrow()).isCloseTo(0, within(1e-5));
        assertThat(Arrays.stream(values).map(v -> v * v).average().orElseThrow())
                .isCloseTo(1, within(1e-5));
        // As of a normal distribution: four of forty beyond 1.645, 26 or 27 within 1.
        assertThat(Arrays.stream(values).filter(v -> Math.abs(v) > 1.645).count()).isEqualTo(4);
        assertThat(Arrays.stream(values).filter(v -> Math.abs(v) < 1).count()).isBetween(26L, 28L);
    }

    @Test
    void texturesThatLookAlikeLiveNearEachOther() {
        // Brightness grows with the index, and nothing else tells these textures apart.
        List<Float> first = IntStream.range(0, MANY).mapToObj(i -> places.centres()[i][0]).toList();
        List<Float> sorted = new ArrayList<>(first);
        Collections.sort(sorted);
        if (first.get(0) > 0) {
            Collections.reverse(sorted);
        }

        assertThat(first).isEqualTo(sorted);
    }

    @Test
    void fewTexturesLeaveNumbersFree() {
        for (int i = MANY; i < MANY + FEW; i++) {
            assertThat(places.centres()[i][0]).isNotNaN();
            assertThat(places.centres()[i][1]).isNotNaN();
            assertThat(places.centres()[i][2]).isNaN();
            assertThat(places.centres()[i][3]).isNaN();
        }
    }

    @Test
    void noiseIsMovedToThePlaceInTheRegionsNumbersOnly() {
        float[] noise = new float[6 * CELLS];
        Arrays.fill(noise, 0.5f);
        float[] exact = noise.clone();

        places.settle(noise, CELLS, MANY, 0.6);
        places.settle(exact, CELLS, MANY, 0);

        float[] centre = places.centres()[MANY];
        for (int i = 0; i < noise.length; i++) {
            int k = i / CELLS;
            boolean set = k < 2;
            assertThat(noise[i]).isCloseTo(set ? 0.8f * centre[k] + 0.3f : 0.5f, within(1e-6f));
            assertThat(exact[i]).isEqualTo(set ? centre[k] : 0.5f);
        }
    }

    @Test
    void weightsAreToldThePlacesLabelByLabelAndAnEmptyLabelHasNone() {
        Condition.Group group =
                new Condition.Group("biome", List.of("bright", "noisy", "unseen"), 2);
        GeneratorSpec spec =
                new GeneratorSpec(
                        "terrain",
                        SIZE + 1,
                        SIZE,
                        List.of(),
                        new Condition(List.of(group)),
                        List.of(new Layer.UpConv(SIZE + 1, 3, Activation.TANH, true)),
                        3,
                        "");
        GeneratorWeights learned = RandomWeights.of(spec, 1);

        GeneratorWeights told = places.into(learned, 0.6);

        assertThat(told.spec().condition().group("biome").places())
                .isEqualTo(new Condition.Places(List.of(MANY, FEW, 0), 0.6f));
        assertThat(told.weight(0)).isEqualTo(learned.weight(0));
        List<float[]> noisy = told.places("biome", "noisy");
        assertThat(noisy).hasSize(FEW);
        for (int i = 0; i < FEW; i++) {
            float[] centre = places.centres()[MANY + i];
            assertThat(noisy.get(i))
                    .containsExactly(
                            new float[] {0.8f * centre[0], 0.8f * centre[1], 0, 0}, within(1e-6f));
        }
        assertThat(told.places("biome", "unseen")).isEmpty();
        assertThat(TexturePlaces.NONE.into(learned, 0.6)).isSameAs(learned);
    }

    @Test
    void theSamePicturesGiveTheSamePlaces() {
        float[][] again = new GroundBatches(textures(), SIDE).places(SIZE).centres();

        assertThat(Arrays.deepToString(again)).isEqualTo(Arrays.deepToString(places.centres()));
    }

    /** Forty of a label, brighter and brighter but else alike, then three noisy ones of another. */
    private static LabelledImages textures() {
        List<byte[]> images = new ArrayList<>();
        int[][] labels = new int[MANY + FEW][];
        for (int i = 0; i < labels.length; i++) {
            byte[] image = new byte[SIDE * SIDE * 3];
            Random random = new Random(i < MANY ? 0 : i);
            int contrast = i < MANY ? 4 : 30 * (i - MANY + 1);
            for (int p = 0; p < image.length; p++) {
                image[p] = (byte) (20 + 5 * (i % MANY) + random.nextInt(contrast));
            }
            images.add(image);
            labels[i] = new int[] {i < MANY ? 0 : 1};
        }
        return new LabelledImages(SIDE, 3, images, labels);
    }
}
