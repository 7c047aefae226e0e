package latentwilds.texture;

import java.util.HashSet;
import java.util.Set;
import latentwilds.seed.RandomStream;
import latentwilds.synthesis.Picture;

/** Pictures as generators make them: colour premultiplied by alpha, values in [-1, 1]. */
public final class MadeUpPictures {
    private MadeUpPictures() {}

    /** Straight colour and alpha of a pixel, each 0 to 1. */
    interface Pixels {
        float[] at(int x, int y);
    }

    static Picture rgba(int width, int height, Pixels pixels) {
        float[] values = new float[4 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float[] pixel = pixels.at(x, y);
                for (int c = 0; c < 4; c++) {
                    float premultiplied = c == 3 ? pixel[3] : pixel[c] * pixel[3];
                    values[(c * height + y) * width + x] = 2 * premultiplied - 1;
                }
            }
        }
        return new Picture(4, width, height, values);
    }

    /** From rows of characters: a blank is empty, anything else is opaque in its own colour. */
    static Picture drawn(String... rows) {
        return rgba(
                rows[0].length(),
                rows.length,
                (x, y) -> {
                    char c = rows[y].charAt(x);
                    return c == ' ' ? new float[4] : colour(c);
                });
    }

    private static float[] colour(char c) {
        RandomStream random = new RandomStream(c);
        return new float[] {level(random), level(random), level(random), 1};
    }

    private static float level(RandomStream random) {
        return (40 + random.nextInt(200)) / 255f;
    }

    /** A blurred, noisy blob with crumbs around it: no two pixels alike. */
    static Picture creature(long seed, int size) {
        RandomStream random = new RandomStream(seed);
        return rgba(
                size,
                size,
                (x, y) -> {
                    double distance = Math.hypot(x - size / 2.0, y - size / 2.0) / size;
                    double alpha = 3 - 9 * distance + 0.5 * random.nextGaussian();
                    return new float[] {
                        noisy(0.5 + 0.4 * Math.sin(0.3 * x + seed), random),
                        noisy(0.5 + 0.4 * Math.sin(0.5 * y), random),
                        noisy(0.3, random),
                        (float) Math.max(0, Math.min(1, alpha))
                    };
                });
    }

    /** Anything: empty, specks, gradients, two colours, alpha between. */
    public static Picture anyhow(int width, int height, RandomStream random) {
        int kind = random.nextInt(5);
        double cover = kind == 0 ? 0 : random.nextInt(100) / 100.0;
        int levels = 1 + random.nextInt(kind == 1 ? 2 : 200);
        return rgba(
                width,
                height,
                (x, y) -> {
                    boolean there = random.nextInt(100) < 100 * cover;
                    float alpha = kind == 2 ? 1 : random.nextInt(256) / 255f;
                    return new float[] {
                        random.nextInt(levels) / 255f,
                        (x * 5 + random.nextInt(levels)) % 256 / 255f,
                        (y * 3 + 2 * random.nextInt(levels)) % 256 / 255f,
                        there ? alpha : 0
                    };
                });
    }

    private static float noisy(double value, RandomStream random) {
        return (float) Math.max(0, Math.min(1, value + 0.05 * random.nextGaussian()));
    }

    /** The colours of visible pixels, without alpha. */
    static Set<Integer> colours(PixelImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                if (alpha(image, x, y) > 0) {
                    colours.add(image.at(x, y) >>> 8);
                }
            }
        }
        return colours;
    }

    static int alpha(PixelImage image, int x, int y) {
        return image.at(x, y) & 0xff;
    }

    /** Which pixels are visible, as rows of '#' and blanks. */
    static String[] shape(PixelImage image) {
        String[] rows = new String[image.height()];
        for (int y = 0; y < rows.length; y++) {
            StringBuilder row = new StringBuilder();
            for (int x = 0; x < image.width(); x++) {
                row.append(alpha(image, x, y) > 0 ? '#' : ' ');
            }
            rows[y] = row.toString();
        }
        return rows;
    }
}
