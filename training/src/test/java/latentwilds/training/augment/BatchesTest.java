package latentwilds.training.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import latentwilds.seed.RandomStream;
import latentwilds.training.dataset.LabelledImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BatchesTest {
    private static final int SIDE = 32;
    private static final int CROP = 16;

    static Stream<Batches> kinds() {
        return Stream.of(
                new GroundBatches(coordinates(3, 2), CROP),
                new SpriteBatches(coordinates(4, 5), true));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theStreamDecidesTheBatch(Batches batches) {
        Batch first = batches.next(20, new RandomStream(7));
        Batch again = batches.next(20, new RandomStream(7));
        Batch other = batches.next(20, new RandomStream(8));

        assertThat(again.pictures()).isEqualTo(first.pictures());
        assertThat(again.labels()).isDeepEqualTo(first.labels());
        assertThat(other.pictures()).isNotEqualTo(first.pictures());
    }

    @Test
    void spritesHaveNoPlaces() {
        assertThatThrownBy(() -> new SpriteBatches(coordinates(4, 5), true).places(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("generator.regionSpread");
    }

    @Test
    void cropsWrapRoundAndStartAnywhereOnTheCellGrid() {
        Batch batch = new GroundBatches(coordinates(3, 1), CROP).next(1000, new RandomStream(1));
        Set<Integer> columns = new TreeSet<>();
        Set<Integer> rows = new TreeSet<>();
        int mirrored = 0;
        int wrapped = 0;
        for (int i = 0; i < 1000; i++) {
            boolean mirror = column(batch, i, 1, 0) == (column(batch, i, 0, 0) + SIDE - 1) % SIDE;
            int left = column(batch, i, mirror ? CROP - 1 : 0, 0);
            int top = row(batch, i, 0, 0);
            for (int p = 0; p < CROP * CROP; p++) {
                int x = p % CROP;
                int y = p / CROP;
                int expected = (left + (mirror ? CROP - 1 - x : x)) % SIDE;
                assertThat(column(batch, i, x, y)).isEqualTo(expected);
                assertThat(row(batch, i, x, y)).isEqualTo((top + y) % SIDE);
            }
            columns.add(left);
            rows.add(top);
            mirrored += mirror ? 1 : 0;
            wrapped += left > SIDE - CROP ? 1 : 0;
        }
        assertThat(columns).hasSize(SIDE);
        assertThat(rows).hasSize(SIDE);
        assertThat(mirrored).isBetween(400, 600);
        assertThat(wrapped).isBetween(350, 600);
    }

    @Test
    void groundLabelsAreDrawnEvenlyHoweverManyTexturesEachHas() {
        LabelledImages nineToOne = coordinates(3, 10);
        for (int i = 0; i < 10; i++) {
            nineToOne.labels()[i][0] = i == 0 ? 1 : 0;
        }

        Batch batch = new GroundBatches(nineToOne, CROP).next(1000, new RandomStream(1));

        assertThat(Stream.of(batch.labels()).filter(l -> l[0] == 1).count()).isBetween(430L, 570L);
    }

    @Test
    void spritesAreMirroredOnlyWhereAllowed() {
        Batch plain = new SpriteBatches(coordinates(4, 1), false).next(100, new RandomStream(1));
        Batch mirror = new SpriteBatches(coordinates(4, 1), true).next(100, new RandomStream(1));
        int flipped = 0;
        for (int i = 0; i < 100; i++) {
            assertThat(sprite(plain, i, 0)).isLessThan(sprite(plain, i, SIDE - 1));
            boolean flip = sprite(mirror, i, 0) > sprite(mirror, i, SIDE - 1);
            flipped += flip ? 1 : 0;
            assertThat(sprite(mirror, i, 0)).isEqualTo(sprite(plain, 0, flip ? SIDE - 1 : 0));
        }
        assertThat(flipped).isBetween(30, 70);
    }

    @Test
    void colourIsMultipliedByAlpha() {
        byte[] image = {(byte) 200, 100, 0, (byte) 128, 50, 50, 50, 0, 1, 2, 3, 4, 5, 6, 7, 8};
        LabelledImages one = new LabelledImages(2, 4, List.of(image), new int[][] {{}});

        float[] values = new SpriteBatches(one, false).next(1, new RandomStream(1)).pictures();

        assertThat(values[0]).isCloseTo(200 / 255f * 128 / 255f * 2 - 1, within(1e-6f));
        assertThat(values[4]).isCloseTo(100 / 255f * 128 / 255f * 2 - 1, within(1e-6f));
        assertThat(values[12]).isCloseTo(128 / 255f * 2 - 1, within(1e-6f));
        assertThat(values[1]).isEqualTo(-1);
        assertThat(values[13]).isEqualTo(-1);
    }

    /** Images in which red tells the column and green the row; blue tells the image. */
    private static LabelledImages coordinates(int channels, int count) {
        List<byte[]> images = new ArrayList<>();
        int[][] labels = new int[count][];
        for (int n = 0; n < count; n++) {
            byte[] image = new byte[SIDE * SIDE * channels];
            for (int i = 0; i < SIDE * SIDE; i++) {
                image[i * channels] = (byte) (i % SIDE);
                image[i * channels + 1] = (byte) (i / SIDE);
                image[i * channels + 2] = (byte) n;
                if (channels == 4) {
                    image[i * channels + 3] = (byte) 255;
                }
            }
            images.add(image);
            labels[n] = new int[] {n % 2};
        }
        return new LabelledImages(SIDE, channels, images, labels);
    }

    private static int column(Batch batch, int picture, int x, int y) {
        return level(batch.pictures()[(picture * 3 * CROP + y) * CROP + x]);
    }

    private static int row(Batch batch, int picture, int x, int y) {
        return level(batch.pictures()[((picture * 3 + 1) * CROP + y) * CROP + x]);
    }

    private static float sprite(Batch batch, int picture, int x) {
        return batch.pictures()[picture * 4 * SIDE * SIDE + x];
    }

    private static int level(float value) {
        return Math.round((value + 1) * 127.5f);
    }
}
