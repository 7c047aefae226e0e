package latentwilds.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import latentwilds.training.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FramesTest {
    @TempDir private Path folder;

    @Test
    void anEnlargedSheetIsBroughtBackToItsPixels() {
        BufferedImage small = noise(6, 4);
        BufferedImage large = new BufferedImage(12, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 12 * 8; i++) {
            large.setRGB(i % 12, i / 12, small.getRGB(i % 12 / 2, i / 12 / 2));
        }

        BufferedImage back = Frames.reduced(large);

        assertThat(back.getWidth()).isEqualTo(6);
        for (int i = 0; i < 24; i++) {
            assertThat(back.getRGB(i % 6, i / 6)).isEqualTo(small.getRGB(i % 6, i / 6));
        }
        large.setRGB(11, 7, ~large.getRGB(11, 7));
        assertThat(Frames.reduced(large)).isSameAs(large);
    }

    @Test
    void ofManyFramesSixtyAreChosenWithTheEnds() {
        SortedMap<Long, String> many = new TreeMap<>();
        for (long i = 0; i < 1000; i++) {
            many.put(i, "x");
        }

        SortedMap<Long, String> chosen = Frames.chosen(many);

        assertThat(chosen).hasSize(60).containsKeys(0L, 999L);
        assertThat(Frames.chosen(new TreeMap<>(many.headMap(3L)))).hasSize(3);
        assertThat(Frames.chosen(new TreeMap<Long, String>())).isEmpty();
    }

    @Test
    void onlyHeavyFramesOfTheHistoryLoseAnything() throws IOException {
        Path file = Fixtures.write(folder.resolve("heavy.png"), noise(256, 256));
        Path light = Fixtures.write(folder.resolve("light.png"), noise(32, 32));

        assertThat(new Frames().light(file).source()).startsWith("data:image/jpeg;base64,");
        assertThat(new Frames().light(light).source()).startsWith("data:image/png;base64,");
        String exact = new Frames().exact(file).source();
        assertThat(exact).startsWith("data:image/png;base64,");
        byte[] bytes = Base64.getDecoder().decode(exact.substring(exact.indexOf(',') + 1));
        assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getRGB(200, 100))
                .isEqualTo(noise(256, 256).getRGB(200, 100));
    }

    private static BufferedImage noise(int w, int h) {
        Random random = new Random(1);
        BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < w * h; i++) {
            image.setRGB(i % w, i / w, random.nextInt());
        }
        return image;
    }
}
