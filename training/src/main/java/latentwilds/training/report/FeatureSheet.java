package latentwilds.training.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import latentwilds.synthesis.Picture;
import latentwilds.training.feature.FeatureMaps;
import latentwilds.training.feature.Features;

/**
 * Feature maps for a person's eye: a captioned block per layer, maps enlarged to tiles of one size
 * without smoothing, each from its own lowest value (dark) to its own highest (light).
 */
public final class FeatureSheet {
    /** Maps of a layer that are shown at most. */
    public static final int SHOWN = 32;

    private static final int WIDTH = 1024;
    private static final int GAP = 4;
    private static final int MARGIN = 16;
    private static final int CAPTION = 24;
    private static final int PICTURE = 128;
    private static final int CELL = 16;
    private static final int SMALL = 64;
    private static final int MOST_NUMBERS = 512;
    private static final Color PAPER = new Color(0x23242E);
    private static final Color INK = new Color(0xE8E6DC);

    /** A caption and what stands below it. */
    private record Block(String caption, List<BufferedImage> tiles) {
        int perRow() {
            return Math.max(1, WIDTH / tiles.get(0).getWidth());
        }

        int height() {
            int rows = (tiles.size() + perRow() - 1) / perRow();
            return CAPTION + rows * (tiles.get(0).getHeight() + GAP) + MARGIN;
        }
    }

    private FeatureSheet() {}

    /**
     * Draws the sheet: a picture from elsewhere comes first, a generated one between the two
     * networks.
     *
     * @param features what to draw
     * @return an RGB image
     */
    public static BufferedImage draw(Features features) {
        Picture picture = features.picture();
        int tile = picture.width() <= SMALL ? SMALL : 2 * SMALL;
        List<Block> blocks = new ArrayList<>();
        features.generator().forEach(m -> blocks.add(block("G", m, tile)));
        blocks.add(new Block(caption(features), List.of(shown(picture))));
        features.discriminator().forEach(m -> blocks.add(block("D", m, tile)));
        int columns = WIDTH / tile;
        BufferedImage sheet =
                new BufferedImage(
                        columns * (tile + GAP) - GAP + 2 * MARGIN,
                        MARGIN + blocks.stream().mapToInt(Block::height).sum(),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = sheet.createGraphics();
        canvas.setColor(PAPER);
        canvas.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        canvas.setColor(INK);
        canvas.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        canvas.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        int top = MARGIN;
        for (Block block : blocks) {
            draw(canvas, block, top);
            top += block.height();
        }
        canvas.dispose();
        return sheet;
    }

    private static void draw(Graphics2D canvas, Block block, int top) {
        canvas.drawString(block.caption, MARGIN, top + CAPTION - 10);
        for (int i = 0; i < block.tiles.size(); i++) {
            BufferedImage tile = block.tiles.get(i);
            canvas.drawImage(
                    tile,
                    MARGIN + i % block.perRow() * (tile.getWidth() + GAP),
                    top + CAPTION + i / block.perRow() * (tile.getHeight() + GAP),
                    null);
        }
    }

    private static String caption(Features features) {
        Picture picture = features.picture();
        return String.format(
                Locale.ROOT,
                "Picture: %d x %d, %s.  D's logit %.2f; generated company %.2f",
                picture.width(),
                picture.height(),
                picture.channels() == 4 ? "RGBA" : "RGB",
                features.logit(),
                features.company());
    }

    /** Two or more whole pixels per pixel where there is room for them. */
    private static BufferedImage shown(Picture picture) {
        BufferedImage plain = Sheet.grid(List.of(picture), 1);
        int zoom = Math.max(1, PICTURE / plain.getWidth());
        int side = plain.getWidth() * zoom;
        BufferedImage shown = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < side * side; i++) {
            int x = i % side;
            int y = i / side;
            shown.setRGB(x, y, plain.getRGB(x / zoom, y / zoom));
        }
        return shown;
    }

    private static Block block(String network, FeatureMaps maps, int tile) {
        String name = network + "  " + maps.layer() + ":  ";
        if (maps.flat()) {
            int numbers = Math.min(MOST_NUMBERS, maps.channels());
            String rest = numbers < maps.channels() ? ", the first %d".formatted(numbers) : "";
            return new Block(
                    "%s%d numbers%s".formatted(name, maps.channels(), rest),
                    List.of(numbers(maps, numbers)));
        }
        List<BufferedImage> tiles = new ArrayList<>();
        for (int c = 0; c < Math.min(SHOWN, maps.channels()); c++) {
            tiles.add(tile(maps, c, tile));
        }
        StringBuilder caption =
                new StringBuilder(name)
                        .append(maps.channels())
                        .append(" maps of ")
                        .append(maps.width())
                        .append(" x ")
                        .append(maps.height());
        if (tiles.size() < maps.channels()) {
            caption.append(", the first ").append(tiles.size());
        }
        if (maps.constant() > 0) {
            caption.append(";  %d of all are constant".formatted(maps.constant()));
        }
        return new Block(caption.toString(), tiles);
    }

    private static BufferedImage tile(FeatureMaps maps, int channel, int side) {
        float[] map = maps.map(channel);
        Ramp ramp = Ramp.over(map);
        BufferedImage tile = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int at = y * maps.height() / side * maps.width() + x * maps.width() / side;
                tile.setRGB(x, y, ramp.colour(map[at]));
            }
        }
        return tile;
    }

    /** Numbers as a row of cells, or several. */
    private static BufferedImage numbers(FeatureMaps maps, int count) {
        int columns = Math.min(count, WIDTH / CELL);
        int rows = (count + columns - 1) / columns;
        Ramp ramp = Ramp.over(maps.values());
        BufferedImage image =
                new BufferedImage(columns * CELL, rows * CELL, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < rows * CELL; y++) {
            for (int x = 0; x < columns * CELL; x++) {
                int at = y / CELL * columns + x / CELL;
                image.setRGB(x, y, at < count ? ramp.colour(maps.values()[at]) : PAPER.getRGB());
            }
        }
        return image;
    }
}
