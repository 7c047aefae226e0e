package latentwilds.world;

import java.util.BitSet;
import latentwilds.world.Strokes.Point;

/**
 * What people made of an island, while it is being drawn. For one thread.
 *
 * @param roads trodden earth
 * @param plazas paving
 * @param banks shoals through water
 * @param stones bare rock
 * @param hearths ash
 * @param standing the cells, row by row, in which a stone stands higher than one climbs
 * @param size cells along the island's side
 */
record Works(
        Strokes roads,
        Strokes plazas,
        Strokes banks,
        Strokes stones,
        Strokes hearths,
        BitSet standing,
        int size) {

    /** Rubble reaches beyond a stone: bare rock to so many cells from the middle of its cell. */
    private static final double RUBBLE = 1.2;

    /** Nothing yet, on {@code size x size} cells. */
    static Works on(int size) {
        return new Works(
                new Strokes(size),
                new Strokes(size),
                new Strokes(size),
                new Strokes(size),
                new Strokes(size),
                new BitSet(size * size),
                size);
    }

    /** Sets up a stone as wide and deep as a cell, which is not at the island's edge. */
    void stone(Cell cell) {
        standing.set(cell.y() * size + cell.x());
        rubble(new Point(cell.x() + 0.5, cell.y() + 0.5));
    }

    /** Stones that fell: one walks over them. */
    void rubble(Point at) {
        stones.dot(at, RUBBLE);
    }

    /** Sets up stones in every hollow between stones that nobody can enter. */
    void fillHollows() {
        BitSet beside = new BitSet(size * size);
        for (int i = standing.nextSetBit(0); i >= 0; i = standing.nextSetBit(i + 1)) {
            beside.set(i - 1);
            beside.set(i + 1);
            beside.set(i - size);
            beside.set(i + size);
        }
        BitSet hollows =
                Regions.small(size, beside, (x, y) -> !standing.get(y * size + x), Cliffs.HOLLOW);
        hollows.stream().forEach(i -> stone(new Cell(i % size, i / size)));
    }

    /** The cells, row by row, that lie near anything of it. */
    BitSet near() {
        BitSet near = roads.near();
        near.or(plazas.near());
        near.or(banks.near());
        near.or(stones.near());
        near.or(hearths.near());
        return near;
    }
}
