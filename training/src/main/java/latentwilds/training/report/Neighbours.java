package latentwilds.training.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import latentwilds.synthesis.Picture;

/**
 * Draws samples beside the training pictures that are nearest to them: a generator that has learned
 * by heart shows here.
 */
public final class Neighbours {
    /** The sheet's name in a run's folder. */
    public static final String NAME = "neighbours.png";

    /** Training pictures beside each sample. */
    static final int NEAREST = 3;

    private static final int GAP = 4;
    private static final int ACROSS = 4;

    private Neighbours() {}

    /**
     * A sheet of samples, each with its nearest real pictures to its right.
     *
     * @param samples of a generator, one size
     * @param nearest per sample at most {@value #NEAREST} training pictures of the same size and
     *     channels, nearest first
     * @return an RGB image
     */
    public static BufferedImage sheet(List<Picture> samples, List<List<Picture>> nearest) {
        List<List<Picture>> rows = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            rows.add(Stream.concat(Stream.of(samples.get(i)), nearest.get(i).stream()).toList());
        }
        return drawn(rows);
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
