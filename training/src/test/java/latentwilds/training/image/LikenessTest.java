package latentwilds.training.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LikenessTest {
    @Test
    void theHashHasABitPerRisingNeighbour() {
        // 9 x 8 pixels: no shrinking. Grey rises except from column 4 to 5.
        BufferedImage image = new BufferedImage(9, 8, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 72; i++) {
            int x = i % 9;
            int grey = (x < 5 ? x : x - 4) * 20;
            image.setRGB(x, i / 9, 0xFF000000 | grey * 0x010101);
        }

        assertThat(Likeness.of(image).hash()).isEqualTo(0xF7F7F7F7F7F7F7F7L);
    }

    @Test
    void anotherBrightnessLooksTheSameAndAnotherColourDoesNot() {
        BufferedImage image = noise(1);
        BufferedImage brighter = new BufferedImage(32, 32, BufferedImage.TYPE_INT_ARGB);
        BufferedImage turned = new BufferedImage(32, 32, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 1024; i++) {
            int p = image.getRGB(i % 32, i / 32);
            brighter.setRGB(i % 32, i / 32, p + 0x020202);
            turned.setRGB(i % 32, i / 32, p & 0xFF00FF00 | (p & 255) << 16 | p >> 16 & 255);
        }

        assertThat(Likeness.of(image).isNear(Likeness.of(brighter))).isTrue();
        assertThat(Likeness.of(image).isNear(Likeness.of(turned))).isFalse();
        assertThat(Likeness.of(image).isNear(Likeness.of(noise(2)))).isFalse();
    }

    @Test
    void bandsFindWhatComparingAllPairsFinds() {
        Random random = new Random(3);
        List<Likeness> all = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            long hash = i < 100 ? random.nextLong() : all.get(random.nextInt(i)).hash();
            for (int k = random.nextInt(6); k > 0; k--) {
                hash ^= 1L << random.nextInt(64);
            }
            all.add(new Likeness(hash, new byte[192]));
        }
        NearDuplicates looks = new NearDuplicates();
        int found = 0;
        for (int i = 0; i < all.size(); i++) {
            Likeness one = all.get(i);
            List<Integer> near = looks.near(one);

            assertThat(near)
                    .isEqualTo(
                            IntStream.range(0, i)
                                    .filter(k -> one.isNear(all.get(k)))
                                    .boxed()
                                    .toList());
            found += near.size();
            assertThat(looks.add(one)).isEqualTo(i);
        }
        assertThat(found).isGreaterThan(100);
    }

    /** Large soft blobs of one colour, dark enough to be made brighter. */
    private static BufferedImage noise(long seed) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_ARGB);
        int[] blobs = random.ints(64, 0, 100).toArray();
        for (int i = 0; i < 1024; i++) {
            int level = blobs[i % 32 / 4 + i / 32 / 4 * 8];
            image.setRGB(i % 32, i / 32, 0xFF000000 | (level + 100) << 16 | level << 8 | level / 2);
        }
        return image;
    }
}
