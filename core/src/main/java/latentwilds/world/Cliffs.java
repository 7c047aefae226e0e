package latentwilds.world;

import java.util.BitSet;

/**
 * Where bare rock is too steep to climb: walls of the land itself. A narrow gap and a small hollow
 * that nobody can enter are rock as well: from above they would be taken for a door or a grave. For
 * one thread.
 */
final class Cliffs {
    /** Rise per cell from which on nobody climbs; rock begins at about 0.019. */
    private static final double TOO_STEEP = 0.0275;

    /** A wall is at least so many cells thick; a thinner one would stand like a board. */
    static final int WALL = 2;

    /** A gap is at least so many cells wide. */
    static final int GAP = 3;

    /** A hollow of fewer cells is rock as well. */
    static final int HOLLOW = 64;

    /** Fewer cells than this are boulders that one steps over. */
    static final int FEWEST = 24;

    private final BiomeGrid grid;
    private final int size;
    private final BitSet rock;

    private Cliffs(BiomeGrid grid, Field.Rule slope) {
        this.grid = grid;
        size = grid.size();
        rock = new BitSet(size * size);
        for (int i = 0; i < size * size; i++) {
            int x = i % size;
            int y = i / size;
            if (grid.at(x, y) == Biome.ROCK && slope.at(x + 0.5, y + 0.5) > TOO_STEEP) {
                rock.set(i);
            }
        }
    }

    /**
     * The cliffs of a land on which nothing is built yet.
     *
     * @param slope rise per cell of what one sees at a place
     * @return one bit per cell, row by row
     */
    static BitSet of(BiomeGrid grid, Field.Rule slope) {
        Cliffs cliffs = new Cliffs(grid, slope);
        cliffs.closeGaps();
        cliffs.dropSplinters();
        cliffs.fillHollows();
        cliffs.dropBoulders();
        return cliffs.rock;
    }

    private void closeGaps() {
        rock.or(which(foot(), (x, y) -> !wide(x, y, false, GAP)));
    }

    private void dropSplinters() {
        rock.and(which(rock, (x, y) -> wide(x, y, true, WALL)));
    }

    /** Water and lava in a hollow remain. */
    private void fillHollows() {
        BitSet hollows = Regions.small(size, foot(), (x, y) -> !cliff(x, y), HOLLOW);
        rock.or(which(hollows, this::dry));
    }

    private void dropBoulders() {
        rock.andNot(Regions.small(size, rock, this::cliff, FEWEST));
    }

    /** Those of some cells that fulfil a wish. */
    private BitSet which(BitSet cells, Regions.Mask wish) {
        BitSet which = new BitSet(size * size);
        for (int i = cells.nextSetBit(0); i >= 0; i = cells.nextSetBit(i + 1)) {
            which.set(i, wish.at(i % size, i / size));
        }
        return which;
    }

    /** Dry ground so near to a cliff that a gap may be too narrow there. */
    private BitSet foot() {
        int reach = GAP - 1;
        BitSet foot = new BitSet(size * size);
        for (int i = rock.nextSetBit(0); i >= 0; i = rock.nextSetBit(i + 1)) {
            for (int y = i / size - reach; y <= i / size + reach; y++) {
                for (int x = i % size - reach; x <= i % size + reach; x++) {
                    if (dry(x, y) && !cliff(x, y)) {
                        foot.set(y * size + x);
                    }
                }
            }
        }
        return foot;
    }

    /** Whether a cell lies in a square of so many by as many cells that are all cliff, or none. */
    private boolean wide(int x, int y, boolean cliff, int side) {
        for (int corner = 0; corner < side * side; corner++) {
            if (all(x - corner % side, y - corner / side, cliff, side)) {
                return true;
            }
        }
        return false;
    }

    private boolean all(int left, int bottom, boolean cliff, int side) {
        for (int i = 0; i < side * side; i++) {
            if (cliff(left + i % side, bottom + i / side) != cliff) {
                return false;
            }
        }
        return true;
    }

    private boolean cliff(int x, int y) {
        return grid.inside(x, y) && rock.get(y * size + x);
    }

    /** Nothing outside of the island is. */
    private boolean dry(int x, int y) {
        return grid.at(x, y).dry();
    }
}
