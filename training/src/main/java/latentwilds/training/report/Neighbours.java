package latentwilds.training.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import latentwilds.synthesis.Picture;

/**
 * The training pictures that are nearest to samples: a generator that has learned by heart shows
 * here. Nearest by Euclidean distance of features, whichever are given; {@link #pixels} stands in
 * where there is no network for it.
 */
public final class Neighbours {
    /** The sheet's name in a run's folder. */
    public static final String NAME = "neighbours.png";

    private static final int NEAREST = 3;
    private static final int SIDE = 16;
    private static final int GAP = 4;
    private static final int ACROSS = 4;

    private static final int TOGETHER = 64;

    private Neighbours() {}

    /** Says in numbers what a picture looks like: a network, or {@link #pixels}. */
    @FunctionalInterface
    public interface Features {
        /**
         * Describes pictures.
         *
         * @param pictures of one size, as generators make them
         * @return per picture as many numbers as for any other
         */
        float[][] of(List<Picture> pictures);
    }

    private record Near(double distance, Picture picture) {}

    /**
     * A sheet of samples, each with its nearest real pictures to its right, nearest first.
     *
     * @param samples of a generator, one size
     * @param real training pictures of the same size and channels, walked through once
     * @param features tells how alike pictures are
     * @return an RGB image
     */
    public static BufferedImage sheet(
            List<Picture> samples, Stream<Picture> real, Features features) {
        float[][] wanted = features.of(samples);
        List<PriorityQueue<Near>> nearest = new ArrayList<>();
        // The farthest on top, to be thrown out first.
        samples.forEach(
                s ->
                        nearest.add(
                                new PriorityQueue<>(
                                        Comparator.comparingDouble(Near::distance).reversed())));
        List<Picture> together = new ArrayList<>();
        Iterator<Picture> pictures = real.iterator();
        while (pictures.hasNext()) {
            together.add(pictures.next());
            if (together.size() == TOGETHER || !pictures.hasNext()) {
                float[][] found = features.of(together);
                for (int p = 0; p < found.length; p++) {
                    for (int i = 0; i < wanted.length; i++) {
                        PriorityQueue<Near> best = nearest.get(i);
                        best.add(new Near(distance(wanted[i], found[p]), together.get(p)));
                        if (best.size() > NEAREST) {
                            best.remove();
                        }
                    }
                }
                together.clear();
            }
        }
        List<List<Picture>> rows = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            rows.add(
                    Stream.concat(
                                    Stream.of(samples.get(i)),
                                    nearest.get(i).stream()
                                            .sorted(Comparator.comparingDouble(Near::distance))
                                            .map(Near::picture))
                            .toList());
        }
        return drawn(rows);
    }

    /**
     * Features that need no network: the picture itself, averaged down to at most 16 x 16, colour
     * premultiplied as it is.
     *
     * @param pictures of one size
     * @return per picture {@code channels x 16 x 16} values or fewer
     */
    public static float[][] pixels(List<Picture> pictures) {
        return pictures.stream().map(Neighbours::reduced).toArray(float[][]::new);
    }

    private static float[] reduced(Picture picture) {
        int w = Math.min(SIDE, picture.width());
        int h = Math.min(SIDE, picture.height());
        float[] sums = new float[picture.channels() * w * h];
        int[] counts = new int[sums.length];
        for (int c = 0; c < picture.channels(); c++) {
            for (int y = 0; y < picture.height(); y++) {
                for (int x = 0; x < picture.width(); x++) {
                    int at = (c * h + y * h / picture.height()) * w + x * w / picture.width();
                    sums[at] += picture.at(c, x, y);
                    counts[at]++;
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= counts[i];
        }
        return sums;
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    /** Samples stand apart from their neighbours by a gap, rows from rows. */
    private static BufferedImage drawn(List<List<Picture>> rows) {
        BufferedImage first = Sheet.grid(rows.get(0), NEAREST + 1);
        int h = first.getHeight();
        int one = h * rows.get(0).get(0).width() / rows.get(0).get(0).height();
        int w = one * (NEAREST + 1) + 4 * GAP;
        int across = Math.min(ACROSS, rows.size());
        int down = (rows.size() + across - 1) / across;
        BufferedImage sheet =
                new BufferedImage(
                        across * w - 3 * GAP, down * (h + GAP) - GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < rows.size(); i++) {
            int x = i % across * w;
            int y = i / across * (h + GAP);
            graphics.drawImage(Sheet.grid(rows.get(i).subList(0, 1), 1), x, y, null);
            if (rows.get(i).size() > 1) {
                graphics.drawImage(
                        Sheet.grid(rows.get(i).subList(1, rows.get(i).size()), NEAREST),
                        x + one + GAP,
                        y,
                        null);
            }
        }
        graphics.dispose();
        return sheet;
    }
}
