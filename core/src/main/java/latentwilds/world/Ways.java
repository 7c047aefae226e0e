package latentwilds.world;

import java.util.BitSet;

/**
 * What people made of an island: its ground where they built, and where stones stand. Immutable.
 */
final class Ways {
    /** A bank's edge lies as deep as water that can just be waded. */
    private static final double EDGE = 0.035;

    /** What a bank rises per cell towards its middle, and falls outside of its edge. */
    private static final double RISE = 0.01;

    private static final double FALL = 0.1;

    /** A bank's middle is sand; higher ground would have the land's climate. */
    private static final double CREST = 0.012;

    private final Field roads;
    private final Field plazas;
    private final Field banks;
    private final Field stones;
    private final Field hearths;
    private final BitSet standing;
    private final BitSet near;

    /** From what was drawn on the island; nothing may be drawn afterwards. */
    Ways(Works works) {
        roads = works.roads().field();
        plazas = works.plazas().field();
        banks = works.banks().field();
        stones = works.stones().field();
        hearths = works.hearths().field();
        standing = works.standing();
        near = works.near();
    }

    /** Cells inside of a road's edge; negative beside it. */
    double road(double x, double y) {
        return roads.at(x, y);
    }

    /** Cells inside of a plaza's edge; negative beside it. */
    double plaza(double x, double y) {
        return plazas.at(x, y);
    }

    /** Cells inside of where stones stand or lie; negative beside it. */
    double stone(double x, double y) {
        return stones.at(x, y);
    }

    /** Cells inside of a fireplace; negative beside it. */
    double hearth(double x, double y) {
        return hearths.at(x, y);
    }

    /** Whether a stone bars a cell, row by row. */
    boolean barred(int cell) {
        return standing.get(cell);
    }

    /**
     * To which height a bank raises the ground below water: shoals that one wades, with sand in the
     * middle where it is broad.
     *
     * @return from the water's surface, in units of height; far below it where there is none
     */
    double bank(double x, double y) {
        double inside = banks.at(x, y);
        return inside < 0 ? FALL * inside - EDGE : Math.min(CREST, RISE * inside - EDGE);
    }

    /**
     * The cells, row by row, that {@link #touches} may be true of; for all others it is not.
     *
     * @return to be changed at will
     */
    BitSet near() {
        return (BitSet) near.clone();
    }

    /** Whether the ground of a place is other than without people and banks. */
    boolean touches(double x, double y) {
        return road(x, y) > -1
                || plaza(x, y) > -1
                || stone(x, y) > -1
                || hearth(x, y) > -1
                || banks.at(x, y) > -Strokes.MARGIN;
    }
}
