package latentwilds.synthesis.gl;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a picture's channels are in a texture: four channels share a texel, and the groups of four
 * are tiles of the picture's size, side by side, folded into rows where the texture would become
 * too wide.
 *
 * @param columns pixels of one tile
 * @param rows pixels of one tile
 * @param groups tiles
 * @param across tiles side by side
 */
record Tiles(int columns, int rows, int groups, int across) {

    /**
     * The layout, as few rows as possible.
     *
     * @throws IllegalStateException if no texture is large enough
     */
    static Tiles of(int columns, int rows, int groups, int maxSide) {
        int across = Math.max(1, Math.min(groups, maxSide / columns));
        Tiles tiles = new Tiles(columns, rows, groups, across);
        if (tiles.width() > maxSide || tiles.height() > maxSide) {
            throw new IllegalStateException(
                    "%d channels of %d x %d pixels: expected a texture of at most %d a side, found a need for %d x %d"
                            .formatted(
                                    4 * groups,
                                    columns,
                                    rows,
                                    maxSide,
                                    tiles.width(),
                                    tiles.height()));
        }
        return tiles;
    }

    /** How many groups of four hold so many channels. */
    static int groups(int channels) {
        return (channels + 3) / 4;
    }

    int width() {
        return across * columns;
    }

    int height() {
        return (groups + across - 1) / across * rows;
    }

    int x(int group) {
        return group % across * columns;
    }

    int y(int group) {
        return group / across * rows;
    }

    /**
     * The rectangles that hold some neighbouring groups and nothing else: as few as possible, three
     * at most.
     */
    List<Area> areas(int first, int count) {
        List<Area> areas = new ArrayList<>();
        int group = first;
        int left = count;
        while (left > 0) {
            int column = group % across;
            boolean whole = column == 0 && left >= across;
            int taken = whole ? left - left % across : Math.min(left, across - column);
            int high = whole ? taken / across : 1;
            areas.add(new Area(x(group), y(group), taken / high * columns, high * rows));
            group += taken;
            left -= taken;
        }
        return areas;
    }
}
