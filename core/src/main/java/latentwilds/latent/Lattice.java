package latentwilds.latent;

import latentwilds.model.GeneratorSpec;
import latentwilds.seed.RandomStream;

/**
 * The periodic channels of a spatial generator's noise: per period and axis the cosine and sine of
 * where a cell lies in it. Noise that differs from cell to cell knows no rows; these let slabs and
 * bricks keep theirs over any distance (the periodic dimensions of Bergmann et al. 2017, Periodic
 * Spatial GAN, with waves along the axes whose lengths are given, not learned: learned ones that
 * change from place to place would tear a world apart far from its origin).
 *
 * <p>They are the last channels: for every period {@code cos x, sin x, cos y, sin y}, where x grows
 * to the right and y downwards.
 */
public final class Lattice {
    private Lattice() {}

    /**
     * Writes the periodic channels of a grid, those of one lattice over the whole plane.
     *
     * @param noise {@code latentSize x rows x columns}, channel-major; its last channels are
     *     replaced
     * @param spec which generator; nothing is written if it has no periods
     * @param rows of the grid
     * @param columns of the grid
     * @param left cell of the plane that the grid's first column is
     * @param top cell of the plane that the grid's first row is, counted downwards
     */
    public static void write(
            float[] noise, GeneratorSpec spec, int rows, int columns, int left, int top) {
        int channel = spec.drawnSize();
        int cells = rows * columns;
        for (int period : spec.periods()) {
            for (int wave = 0; wave < GeneratorSpec.WAVES; wave++) {
                boolean across = wave < 2;
                float[] values = wave(period, across ? left : top, across ? columns : rows, wave);
                for (int cell = 0; cell < cells; cell++) {
                    int at = across ? cell % columns : cell / columns;
                    noise[channel * cells + cell] = values[at];
                }
                channel++;
            }
        }
    }

    /** One wave along its axis: even ones are cosines, odd ones sines. */
    private static float[] wave(int period, int first, int count, int wave) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            double angle = angle(first + i, period);
            values[i] = (float) (wave % 2 == 0 ? StrictMath.cos(angle) : StrictMath.sin(angle));
        }
        return values;
    }

    private static double angle(int cell, int period) {
        return 2 * Math.PI * Math.floorMod(cell, period) / period;
    }

    /**
     * The same for a grid that lies anywhere.
     *
     * @param noise as above
     * @param spec as above; nothing is drawn if it has no periods
     * @param rows as above
     * @param columns as above
     * @param random where the place comes from
     */
    static void write(
            float[] noise, GeneratorSpec spec, int rows, int columns, RandomStream random) {
        if (!spec.periods().isEmpty()) {
            int all = spec.periods().stream().reduce(1, Math::multiplyExact);
            write(noise, spec, rows, columns, random.nextInt(all), random.nextInt(all));
        }
    }
}
