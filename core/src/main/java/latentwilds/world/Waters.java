package latentwilds.world;

import java.util.BitSet;
import latentwilds.seed.Streams;

/** The fresh water of an island: lakes in its hollows, rivers down to the sea. Immutable. */
final class Waters {
    /** A hollow that is less deep than this stays dry. */
    private static final double DRY = 0.012;

    /** Cells between samples of the lakes. */
    static final int SPACING = 2;

    /**
     * A lake of fewer samples is a puddle, which stays dry: ground is made cell by cell, and of a
     * few wet ones it makes a square.
     */
    static final int POND = 12;

    private final Field lakes;
    private final Field rivers;

    /** For an island of {@code size x size} cells. */
    Waters(Streams streams, Climate climate, int size) {
        Drainage drainage = new Drainage(climate, size);
        int side = drainage.side();
        Field levels =
                Field.of(
                        size,
                        Drainage.SPACING,
                        (x, y) ->
                                drainage.surface(
                                        (int) y / Drainage.SPACING * side
                                                + (int) x / Drainage.SPACING));
        lakes =
                withoutPuddles(
                        Field.of(
                                size,
                                SPACING,
                                (x, y) ->
                                        levels.at(x, y)
                                                - Math.max(Climate.SEA, climate.elevation(x, y))
                                                - DRY));
        rivers = new Rivers(streams, drainage, climate, size).drawn();
    }

    /** Dries what has no room for a pond. */
    private static Field withoutPuddles(Field lakes) {
        int side = lakes.side();
        BitSet wet = lakes.above(0);
        BitSet puddles = Regions.small(side, wet, (x, y) -> wet.get(y * side + x), POND);
        return lakes.with(puddles, -DRY);
    }

    /** Depth of a lake in units of height, negative on land. */
    double lake(double x, double y) {
        return lakes.at(x, y);
    }

    /** Cells inside of a river's bank, negative on land; at least {@code -Strokes.MARGIN}. */
    double river(double x, double y) {
        return rivers.at(x, y);
    }
}
