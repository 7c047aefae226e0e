package latentwilds.preview;

import latentwilds.world.Biome;
import latentwilds.world.BiomeField;
import latentwilds.world.Cell;
import latentwilds.world.Island;
import latentwilds.world.Settlement;
import latentwilds.world.WorldMap;

/** An island from above, north up, shaded as if the sun stood in the north-west. */
public final class IslandPicture {
    /** Roads are narrower than a pixel and must be seen: they count more, and as if wet. */
    private static final int ROAD_WEIGHT = 5;

    private static final int DARK = 5;
    private static final int OF = 8;

    private static final double LIGHT = 22;
    private static final double DARKEST = 0.62;
    private static final double BRIGHTEST = 1.3;
    private static final int MARK = 0xFFF4EBDC;
    private static final int MARK_EDGE = 0xFF120F1C;
    private static final int HOME = 0xFFF0B84C;

    private final Island island;
    private final Colours colours;
    private final int side;
    private final int cells;

    private IslandPicture(Island island, Colours colours, int side) {
        if (side < 1 || BiomeField.SIZE % side != 0) {
            throw new IllegalArgumentException(
                    "Side: expected a divisor of %d, found %d".formatted(BiomeField.SIZE, side));
        }
        this.island = island;
        this.colours = colours;
        this.side = side;
        cells = BiomeField.SIZE / side;
    }

    /**
     * Draws an island.
     *
     * @param island which
     * @param colours of its ground
     * @param side pixels; divides 1,024
     * @return {@code 0xAARRGGBB} row by row, the northernmost first, all opaque
     */
    public static int[] of(Island island, Colours colours, int side) {
        return new IslandPicture(island, colours, side).ground();
    }

    /**
     * Draws an island and marks its settlements, the first in another colour.
     *
     * @param island which
     * @param colours of its ground
     * @param side pixels; divides 1,024
     * @return as {@link #of}
     */
    public static int[] marked(Island island, Colours colours, int side) {
        IslandPicture picture = new IslandPicture(island, colours, side);
        int[] pixels = picture.ground();
        for (Settlement settlement : island.settlements()) {
            picture.mark(pixels, settlement);
        }
        return pixels;
    }

    private int[] ground() {
        int[] pixels = new int[side * side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                pixels[row * side + column] = pixel(column, side - 1 - row);
            }
        }
        return pixels;
    }

    private int pixel(int i, int j) {
        WorldMap map = island.map();
        int red = 0;
        int green = 0;
        int blue = 0;
        int count = 0;
        int water = 0;
        for (int dy = 0; dy < cells; dy++) {
            for (int dx = 0; dx < cells; dx++) {
                Biome biome = map.biome(i * cells + dx, j * cells + dy);
                int weight = biome.built() ? ROAD_WEIGHT : 1;
                int rgb = colours.of(biome);
                boolean dark = biome == Biome.ROAD || map.cliff(i * cells + dx, j * cells + dy);
                rgb = dark ? darker(rgb) : rgb;
                red += weight * (rgb >> 16 & 255);
                green += weight * (rgb >> 8 & 255);
                blue += weight * (rgb & 255);
                count += weight;
                water += biome.dry() || biome == Biome.LAVA ? 0 : 1;
            }
        }
        double light = 2 * water > cells * cells ? 1 : light(i, j);
        return 0xFF000000
                | shade(red, count, light) << 16
                | shade(green, count, light) << 8
                | shade(blue, count, light);
    }

    private static int darker(int rgb) {
        int red = (rgb >> 16 & 255) * DARK / OF;
        int green = (rgb >> 8 & 255) * DARK / OF;
        int blue = (rgb & 255) * DARK / OF;
        return red << 16 | green << 8 | blue;
    }

    private double light(int i, int j) {
        double x = (i + 0.5) * cells;
        double y = (j + 0.5) * cells;
        // A rise towards the south-east looks at the sun.
        double rise = island.elevation(x + 2, y - 2) - island.elevation(x - 2, y + 2);
        return Math.max(DARKEST, Math.min(BRIGHTEST, 1 + LIGHT * rise / 4));
    }

    private static int shade(int sum, int count, double light) {
        return (int) Math.min(255, Math.round(light * sum / count));
    }

    private void mark(int[] pixels, Settlement settlement) {
        Cell cell = settlement.cell();
        int centreX = cell.x() / cells;
        int centreY = side - 1 - cell.y() / cells;
        int half = Math.max(1, side / 170);
        for (int dy = -half - 1; dy <= half + 1; dy++) {
            for (int dx = -half - 1; dx <= half + 1; dx++) {
                int x = centreX + dx;
                int y = centreY + dy;
                if (x >= 0 && y >= 0 && x < side && y < side) {
                    boolean edge = Math.max(Math.abs(dx), Math.abs(dy)) > half;
                    int inside = settlement.index() == 0 ? HOME : MARK;
                    pixels[y * side + x] = edge ? MARK_EDGE : inside;
                }
            }
        }
    }
}
