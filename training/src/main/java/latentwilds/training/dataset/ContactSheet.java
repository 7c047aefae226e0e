package latentwilds.training.dataset;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One picture of a data set for a person's eye: rows of images, one or more per label, with the
 * label and its count before them. Small images are enlarged by whole numbers, large ones shrunk;
 * alpha lies over an even grey-blue.
 */
final class ContactSheet {
    /** Images on one sheet at most. */
    static final int MOST = 200;

    private static final int CELL = 64;
    private static final int GAP = 4;
    private static final int COLUMNS = 20;
    private static final int NAMES = 160;
    private static final Color BACKGROUND = new Color(0x464A5A);
    private static final Color TEXT = new Color(0xF0F0E8);

    private ContactSheet() {}

    /**
     * Which images to show: evenly spread over each label, labels sharing the places.
     *
     * @param labels of every image, in their order
     * @return label to the numbers of the chosen images; labels sorted
     */
    static Map<String, List<Integer>> choose(List<String> labels) {
        Map<String, List<Integer>> all = byLabel(labels);
        int rows = Math.max(1, MOST / COLUMNS / all.size());
        int most = all.size() * COLUMNS > MOST ? Math.max(1, MOST / all.size()) : rows * COLUMNS;
        Map<String, List<Integer>> chosen = new TreeMap<>();
        all.forEach((label, numbers) -> chosen.put(label, spread(numbers, most)));
        return chosen;
    }

    private static Map<String, List<Integer>> byLabel(List<String> labels) {
        Map<String, List<Integer>> all = new TreeMap<>();
        for (int i = 0; i < labels.size(); i++) {
            all.computeIfAbsent(labels.get(i), l -> new ArrayList<>()).add(i);
        }
        if (all.size() <= MOST) {
            return all;
        }
        // More labels than places: they are mixed.
        return Map.of("", byLabel(labels.stream().map(l -> "").toList()).get(""));
    }

    private static List<Integer> spread(List<Integer> numbers, int most) {
        int count = Math.min(most, numbers.size());
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(numbers.get((int) ((long) i * numbers.size() / count)));
        }
        return chosen;
    }

    /**
     * Draws the sheet.
     *
     * @param rows name before each row, to its images
     * @return an RGB image
     */
    static BufferedImage draw(Map<String, List<BufferedImage>> rows) {
        int columns = rows.values().stream().mapToInt(List::size).max().orElse(1);
        int across = Math.min(COLUMNS, Math.max(1, columns));
        int lines = rows.values().stream().mapToInt(r -> (r.size() + across - 1) / across).sum();
        BufferedImage sheet =
                new BufferedImage(
                        NAMES + across * (CELL + GAP) + GAP,
                        lines * (CELL + GAP) + GAP,
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(BACKGROUND);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        graphics.setColor(TEXT);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        int top = GAP;
        for (var row : rows.entrySet()) {
            words(graphics, row.getKey(), top);
            for (int i = 0; i < row.getValue().size(); i++) {
                int left = NAMES + i % across * (CELL + GAP);
                place(graphics, row.getValue().get(i), left, top + i / across * (CELL + GAP));
            }
            top += (row.getValue().size() + across - 1) / across * (CELL + GAP);
        }
        graphics.dispose();
        return sheet;
    }

    /** One line per part of the name; a long one is cut short. */
    private static void words(Graphics2D graphics, String name, int top) {
        int y = top + 16;
        for (String line : name.split("\n")) {
            String shown = line;
            while (graphics.getFontMetrics().stringWidth(shown) > NAMES - 2 * GAP) {
                shown = shown.substring(0, shown.length() - 2) + "…";
            }
            graphics.drawString(shown, GAP, y);
            y += 16;
        }
    }

    private static void place(Graphics2D graphics, BufferedImage image, int left, int top) {
        int longest = Math.max(image.getWidth(), image.getHeight());
        boolean enlarge = longest <= CELL;
        double scale = enlarge ? CELL / longest : (double) CELL / longest;
        int w = Math.max(1, (int) (image.getWidth() * scale));
        int h = Math.max(1, (int) (image.getHeight() * scale));
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                enlarge
                        ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR
                        : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, left + (CELL - w) / 2, top + (CELL - h) / 2, w, h, null);
    }
}
