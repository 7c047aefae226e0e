package latentwilds.training.image;

import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Set;

/**
 * What can be measured about one picture. Levels are 0 to 255; colour is looked at where alpha is
 * above 0, and weighed by alpha.
 *
 * @param width in pixels
 * @param height in pixels
 * @param transparent share of the pixels with alpha 0
 * @param partial share of the pixels with alpha from 1 to 254
 * @param brightness mean luma (Rec. 601)
 * @param contrast standard deviation of the luma
 * @param colours number of different colours
 * @param edge mean step of the luma from the last column (row) round to the first, divided by the
 *     mean step inside: about 1 for a picture that tiles, more for one that does not; NaN for
 *     pictures with transparent pixels or without steps
 * @param asymmetry mean difference to the mirror image, divided by the mean difference to the
 *     picture shifted by half its width: 0 for a mirror image of itself, about 1 where left and
 *     right have nothing to do with each other; NaN if nothing differs
 */
public record ImageFacts(
        int width,
        int height,
        double transparent,
        double partial,
        double brightness,
        double contrast,
        int colours,
        double edge,
        double asymmetry) {

    /**
     * Measures a picture.
     *
     * @param image straight ARGB
     * @return the facts
     */
    public static ImageFacts of(BufferedImage image) {
        int w = image.getWidth();
        int h = image.getHeight();
        int[] pixels = image.getRGB(0, 0, w, h, null, 0, w);
        double[] luma = new double[pixels.length];
        Set<Integer> colours = new HashSet<>();
        double weight = 0;
        double sum = 0;
        double squares = 0;
        int clear = 0;
        int partial = 0;
        for (int i = 0; i < pixels.length; i++) {
            int argb = pixels[i];
            int alpha = argb >>> 24;
            clear += alpha == 0 ? 1 : 0;
            partial += alpha > 0 && alpha < 255 ? 1 : 0;
            if (alpha > 0) {
                colours.add(argb & 0xFFFFFF);
            }
            double a = alpha / 255.0;
            double y =
                    0.299 * (argb >> 16 & 255) + 0.587 * (argb >> 8 & 255) + 0.114 * (argb & 255);
            luma[i] = a * y + (1 - a) * 128;
            weight += a;
            sum += a * y;
            squares += a * y * y;
        }
        double mean = weight == 0 ? 0 : sum / weight;
        double variance = weight == 0 ? 0 : Math.max(0, squares / weight - mean * mean);
        return new ImageFacts(
                w,
                h,
                (double) clear / pixels.length,
                (double) partial / pixels.length,
                mean,
                Math.sqrt(variance),
                colours.size(),
                clear > 0 ? Double.NaN : edge(luma, w, h),
                asymmetry(luma, w, h));
    }

    private static double edge(double[] luma, int w, int h) {
        double inside = 0;
        double wrapped = 0;
        for (int i = 0; i < luma.length; i++) {
            int x = i % w;
            int y = i / w;
            double across = Math.abs(luma[i] - luma[y * w + (x + 1) % w]) / h;
            double down = Math.abs(luma[i] - luma[(y + 1) % h * w + x]) / w;
            if (x + 1 < w) {
                inside += across / (w - 1);
            } else {
                wrapped += across;
            }
            if (y + 1 < h) {
                inside += down / (h - 1);
            } else {
                wrapped += down;
            }
        }
        return inside == 0 ? Double.NaN : wrapped / inside;
    }

    private static double asymmetry(double[] luma, int w, int h) {
        double mirrored = 0;
        double shifted = 0;
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                double here = luma[y * w + x];
                mirrored += Math.abs(here - luma[y * w + w - 1 - x]);
                shifted += Math.abs(here - luma[y * w + (x + w / 2) % w]);
            }
        }
        return shifted == 0 ? Double.NaN : mirrored / shifted;
    }
}
