package latentwilds.training.file;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pictures of many colours with at most 255 of them and one for nothing: median cut (Heckbert
 * 1982), which always cuts the box that holds the largest error, then dithering by error diffusion
 * (Floyd and Steinberg 1976). A picture of few colours keeps them exactly.
 */
final class Palettes {
    private static final int COLOURS = 255;
    private static final int OPAQUE = 128;

    private Palettes() {}

    /** One colour and how many pixels have it. */
    private record Colour(int rgb, int count) {
        int channel(int c) {
            return rgb >> 8 * (2 - c) & 255;
        }
    }

    /** Colours that will share an entry. */
    private record Box(List<Colour> colours, double[] mean, double error, int widest) {
        static Box of(List<Colour> colours) {
            double count = 0;
            double[] sum = new double[3];
            double[] squares = new double[3];
            for (Colour colour : colours) {
                count += colour.count;
                for (int c = 0; c < 3; c++) {
                    double v = colour.channel(c);
                    sum[c] += v * colour.count;
                    squares[c] += v * v * colour.count;
                }
            }
            int widest = 0;
            double error = 0;
            double[] spread = new double[3];
            for (int c = 0; c < 3; c++) {
                spread[c] = squares[c] - sum[c] * sum[c] / count;
                sum[c] /= count;
                error += spread[c];
                widest = spread[c] > spread[widest] ? c : widest;
            }
            return new Box(colours, sum, colours.size() > 1 ? error : 0, widest);
        }

        /** Cut where the widest channel has its mean, so that neither side is empty. */
        List<Box> halves() {
            List<Colour> low = new ArrayList<>();
            List<Colour> high = new ArrayList<>();
            colours.forEach(x -> (x.channel(widest) <= mean[widest] ? low : high).add(x));
            return List.of(of(low), of(high));
        }

        int rgb() {
            int rgb = 0;
            for (double channel : mean) {
                rgb = rgb << 8 | (int) Math.round(channel);
            }
            return rgb;
        }
    }

    /** The same picture with a palette of 256 entries; its last entry is transparent. */
    static BufferedImage indexed(BufferedImage image) {
        int[] palette = palette(image);
        int[] entries = Arrays.copyOf(palette, COLOURS + 1);
        for (int i = 0; i < palette.length; i++) {
            entries[i] |= 0xFF000000;
        }
        IndexColorModel model =
                new IndexColorModel(
                        8, entries.length, entries, 0, true, COLOURS, DataBuffer.TYPE_BYTE);
        int w = image.getWidth();
        BufferedImage indexed =
                new BufferedImage(w, image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        Map<Integer, Integer> known = new HashMap<>();
        double[][] errors = new double[2][3 * (w + 2)];
        for (int y = 0; y < image.getHeight(); y++) {
            double[] own = errors[y % 2];
            double[] below = errors[(y + 1) % 2];
            Arrays.fill(below, 0);
            for (int x = 0; x < w; x++) {
                int argb = image.getRGB(x, y);
                int index = COLOURS;
                if (argb >>> 24 >= OPAQUE) {
                    index = nearest(palette, wanted(argb, own, x), known);
                    spread(argb, palette[index], own, below, x);
                }
                indexed.getRaster().setSample(x, y, 0, index);
            }
        }
        return indexed;
    }

    private static int[] palette(BufferedImage image) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
            int argb = image.getRGB(i % image.getWidth(), i / image.getWidth());
            if (argb >>> 24 >= OPAQUE) {
                counts.merge(argb & 0xFFFFFF, 1, Integer::sum);
            }
        }
        if (counts.isEmpty()) {
            return new int[0];
        }
        List<Colour> colours = new ArrayList<>();
        counts.forEach((rgb, count) -> colours.add(new Colour(rgb, count)));
        List<Box> boxes = new ArrayList<>(List.of(Box.of(colours)));
        while (boxes.size() < COLOURS) {
            Box worst = boxes.stream().max(Comparator.comparingDouble(Box::error)).orElseThrow();
            if (worst.error() <= 0) {
                break;
            }
            boxes.remove(worst);
            boxes.addAll(worst.halves());
        }
        return boxes.stream().mapToInt(Box::rgb).toArray();
    }

    private static int wanted(int argb, double[] errors, int x) {
        int rgb = 0;
        for (int c = 0; c < 3; c++) {
            double v = (argb >> 8 * (2 - c) & 255) + errors[3 * (x + 1) + c];
            rgb = rgb << 8 | (int) Math.max(0, Math.min(255, Math.round(v)));
        }
        return rgb;
    }

    private static int nearest(int[] palette, int rgb, Map<Integer, Integer> known) {
        return known.computeIfAbsent(
                rgb,
                r -> {
                    int best = 0;
                    int least = Integer.MAX_VALUE;
                    for (int i = 0; i < palette.length; i++) {
                        int distance = 0;
                        for (int shift = 0; shift < 24; shift += 8) {
                            int d = (palette[i] >> shift & 255) - (r >> shift & 255);
                            distance += d * d;
                        }
                        if (distance < least) {
                            least = distance;
                            best = i;
                        }
                    }
                    return best;
                });
    }

    /** What this pixel got wrong its neighbours make up for: 7, 3, 5 and 1 sixteenths. */
    private static void spread(int argb, int got, double[] own, double[] below, int x) {
        for (int c = 0; c < 3; c++) {
            int shift = 8 * (2 - c);
            int at = 3 * (x + 1) + c;
            double error = (argb >> shift & 255) + own[at] - (got >> shift & 255);
            own[at + 3] += error * 7 / 16;
            below[at - 3] += error * 3 / 16;
            below[at] += error * 5 / 16;
            below[at + 3] += error / 16;
        }
    }
}
