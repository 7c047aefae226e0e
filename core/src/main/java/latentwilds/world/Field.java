package latentwilds.world;

import java.util.BitSet;
import java.util.stream.IntStream;
import latentwilds.seed.RandomStream;

/**
 * A number for every place of the island: samples on a square lattice, straight between them.
 * Immutable; any thread.
 */
final class Field {
    /** A number for a place. */
    interface Rule {
        double at(double x, double y);
    }

    private final int side;
    private final double spacing;
    private final float[] values;

    private Field(int side, double spacing, float[] values) {
        this.side = side;
        this.spacing = spacing;
        this.values = values;
    }

    /**
     * Samples a rule, rows side by side: the rule must be safe on any thread.
     *
     * @param cells side of the square that is covered
     * @param spacing cells between samples; divides {@code cells}
     */
    static Field of(int cells, int spacing, Rule rule) {
        int side = cells / spacing + 1;
        float[] values = new float[side * side];
        IntStream.range(0, side)
                .parallel()
                .forEach(
                        j -> {
                            for (int i = 0; i < side; i++) {
                                double value = rule.at((double) i * spacing, (double) j * spacing);
                                values[j * side + i] = (float) value;
                            }
                        });
        return new Field(side, spacing, values);
    }

    /** 0 everywhere. */
    static Field flat(int cells, int spacing) {
        int side = cells / spacing + 1;
        return new Field(side, spacing, new float[side * side]);
    }

    /** The same field with every sample moved up or down by at most {@code most}. */
    Field shaken(RandomStream random, double most) {
        float[] changed = values.clone();
        for (int i = 0; i < changed.length; i++) {
            changed[i] += (float) (most * (2 * random.nextDouble() - 1));
        }
        return new Field(side, spacing, changed);
    }

    /** A field of samples that are there already: rows from the south, one cell apart. */
    static Field ofSamples(int side, float[] values) {
        return new Field(side, 1, values);
    }

    /** The same field with another value at some samples, which are numbered row by row. */
    Field with(BitSet samples, double value) {
        float[] changed = values.clone();
        for (int i = samples.nextSetBit(0); i >= 0; i = samples.nextSetBit(i + 1)) {
            changed[i] = (float) value;
        }
        return new Field(side, spacing, changed);
    }

    /** The samples that are above a level, one bit for each, row by row. */
    BitSet above(double level) {
        BitSet above = new BitSet(values.length);
        for (int i = 0; i < values.length; i++) {
            above.set(i, values[i] > level);
        }
        return above;
    }

    /** The field at a place; outside of the square as at its edge. */
    double at(double x, double y) {
        double u = Shape.between(0, side - 1, x / spacing);
        double v = Shape.between(0, side - 1, y / spacing);
        int i = Math.min(side - 2, (int) u);
        int j = Math.min(side - 2, (int) v);
        u -= i;
        v -= j;
        int at = j * side + i;
        double south = values[at] + u * (values[at + 1] - values[at]);
        double north = values[at + side] + u * (values[at + side + 1] - values[at + side]);
        return south + v * (north - south);
    }

    /** Samples along a side. */
    int side() {
        return side;
    }

    /** One sample, counted from the south-west. */
    double sample(int i, int j) {
        return values[j * side + i];
    }

    /** Cells between samples. */
    double spacing() {
        return spacing;
    }
}
