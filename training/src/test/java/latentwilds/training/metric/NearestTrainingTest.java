package latentwilds.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import latentwilds.synthesis.Picture;
import latentwilds.training.Fixtures;
import latentwilds.training.dataset.Dataset;
import latentwilds.training.dataset.DatasetManifest.Split;
import latentwilds.training.dataset.Preparation;
import latentwilds.training.dataset.PreparationOptions;
import latentwilds.training.dataset.Recipe;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearestTrainingTest {
    @TempDir private Path folder;

    private Dataset dataset(int channels) throws IOException {
        Path images = Fixtures.tenImages(folder.resolve("images"));
        Recipe recipe = new Recipe("t", 16, channels, List.of("species"), null, "", null, null);
        Path out = folder.resolve("out");
        new Preparation(recipe, PreparationOptions.strict(0)).run(List.of(images), out);
        return Dataset.open(out);
    }

    private static List<Picture> shown(Dataset dataset, Protocol protocol, int count) {
        Reals reals = new Reals(dataset, Split.TRAIN, protocol);
        List<Picture> pictures = new ArrayList<>();
        reals.show(count, reals.labels(), (picture, labels) -> pictures.add(picture));
        return pictures;
    }

    @Test
    void aCopyStandsBesideItsOriginal() throws IOException {
        Dataset dataset = dataset(4);
        List<Picture> training = shown(dataset, new Protocol(false, 0, 0), 10);
        Picture copy = faded(training.get(6));

        List<List<Picture>> found =
                NearestTraining.of(dataset, List.of(copy, training.get(2)), false, 3, line -> {});

        assertThat(found.get(0)).hasSize(3);
        assertThat(found.get(0).get(0).values()).isEqualTo(training.get(6).values());
        assertThat(found.get(1).get(0).values()).isEqualTo(training.get(2).values());
    }

    @Test
    void cropsOfGroundAreFoundTooAndFeaturesAreComputedOnce() throws IOException {
        Dataset dataset = dataset(3);
        Picture sample = shown(dataset, new Protocol(true, 12, 0), 6).get(4);
        List<String> first = new ArrayList<>();
        List<String> again = new ArrayList<>();

        List<Picture> nearest =
                NearestTraining.of(dataset, List.of(sample), true, 2, 6, first::add).get(0);
        NearestTraining.of(dataset, List.of(sample), true, 2, 6, again::add);

        assertThat(nearest.get(0).values()).isEqualTo(sample.values());
        assertThat(first).containsExactly("Features of 6 real images");
        assertThat(again).isEmpty();
    }

    @Test
    void rowsComeNearestFirst() {
        DMatrixRMaj others = new DMatrixRMaj(new double[][] {{5, 0}, {1, 1}, {0, 3}});

        assertThat(NearestTraining.rows(new DMatrixRMaj(new double[][] {{0, 0}}), others, 9))
                .containsExactly(new int[] {1, 2, 0});
    }

    @Test
    void realPicturesAreShownAsAGeneratorMakesThem() throws IOException {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(3, 2, 0x80FF0000);
        Fixtures.write(folder.resolve("images/bat/half.png"), image);

        Picture picture =
                shown(dataset(4), new Protocol(false, 0, 0), 11).stream()
                        .filter(p -> p.at(3, 8, 8) < 0)
                        .findFirst()
                        .orElseThrow();

        assertThat(picture.at(0, 3, 2)).isCloseTo(2 * 128 / 255f - 1, within(1e-5f));
        assertThat(picture.at(1, 3, 2)).isEqualTo(-1);
        assertThat(picture.at(3, 3, 2)).isCloseTo(2 * 128 / 255f - 1, within(1e-5f));
    }

    private static Picture faded(Picture picture) {
        float[] values = picture.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(-1, values[i] - 0.02f);
        }
        return new Picture(4, picture.width(), picture.height(), values);
    }
}
