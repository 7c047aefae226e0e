package latentwilds.training.metric;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import latentwilds.latent.LatentGrid;
import latentwilds.latent.Latents;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.seed.RandomStream;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.Picture;
import latentwilds.training.file.Ending;

/**
 * Whether generated ground shows how it was made: fields of 2 x 2 chunks, each chunk generated on
 * its own with its margin and put together as the game does it, one field per label.
 *
 * @param cells mean step of colour across borders of cells over that inside cells; 1: no seam
 * @param chunks the same across borders of chunks
 * @param period the highest local maximum of a field's autocorrelation (grey, mean taken off, each
 *     lag divided by its overlap) at least 4 px from lag 0, at most half a field: near 1 for
 *     wallpaper; the worst of all labels
 * @param worst the label that has it
 * @param weave how much detail differs between rows and between columns of cells, relative to its
 *     mean; see {@link Weave}
 */
record Seams(double cells, double chunks, double period, Map<String, String> worst, double weave) {
    private static final int CHUNK_CELLS = 16;
    private static final int LEAST_LAG = 4;

    /** Measures a spatial generator under each of some labels. */
    static Seams of(
            GeneratorWeights weights,
            Generator generator,
            Protocol protocol,
            List<Map<String, String>> labels) {
        Steps steps = new Steps();
        Weave weave = new Weave();
        double period = 0;
        Map<String, String> worst = Map.of();
        int chunk = CHUNK_CELLS * weights.spec().cellPixels();
        for (int i = 0; i < labels.size(); i++) {
            RandomStream random = protocol.streams().stream("evaluate.field", i);
            float[][] grey = field(weights, generator, random, labels.get(i));
            steps.add(grey, weights.spec().cellPixels(), chunk);
            weave.add(grey, weights.spec().cellPixels());
            double peak = period(grey);
            if (peak > period) {
                period = peak;
                worst = labels.get(i);
            }
        }
        return new Seams(steps.cells(), steps.chunks(), period, worst, weave.value());
    }

    /** Grey levels of 2 x 2 chunks in [-1, 1], {@code [row][column]}. */
    private static float[][] field(
            GeneratorWeights weights,
            Generator generator,
            RandomStream random,
            Map<String, String> labels) {
        GeneratorSpec spec = weights.spec();
        int margin = spec.marginCells();
        int all = 2 * CHUNK_CELLS + 2 * margin;
        int part = CHUNK_CELLS + 2 * margin;
        int side = CHUNK_CELLS * spec.cellPixels();
        float[] noise = Latents.noise(random, weights, labels, all, all);
        float[][] grey = new float[2 * side][2 * side];
        for (int k = 0; k < 4; k++) {
            int left = k % 2 * CHUNK_CELLS;
            int top = k / 2 * CHUNK_CELLS;
            float[] own = new float[spec.latentSize() * part * part];
            for (int i = 0; i < own.length; i++) {
                int row = i / part % part;
                own[i] = noise[(i / (part * part) * all + top + row) * all + left + i % part];
            }
            LatentGrid grid = Fakes.grid(weights, part, own, labels);
            Ending.check();
            Picture picture = generator.synthesise(grid);
            int edge = margin * spec.cellPixels();
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    float sum = 0;
                    for (int c = 0; c < 3; c++) {
                        sum += picture.at(c, edge + x, edge + y) / 3;
                    }
                    grey[k / 2 * side + y][k % 2 * side + x] = sum;
                }
            }
        }
        return grey;
    }

    /** Sums of steps between neighbouring pixels, by where they are. */
    static final class Steps {
        private final double[] sums = new double[3];
        private final long[] counts = new long[3];

        void add(float[][] grey, int cell, int chunk) {
            int side = grey.length;
            for (int i = 0; i < side; i++) {
                for (int j = 1; j < side; j++) {
                    int where = j % chunk == 0 ? 2 : j % cell == 0 ? 1 : 0;
                    sums[where] += Math.abs(grey[i][j] - grey[i][j - 1]);
                    sums[where] += Math.abs(grey[j][i] - grey[j - 1][i]);
                    counts[where] += 2;
                }
            }
        }

        double cells() {
            return sums[1] / counts[1] / (sums[0] / counts[0]);
        }

        double chunks() {
            return sums[2] / counts[2] / (sums[0] / counts[0]);
        }
    }

    /** The highest local maximum of the autocorrelation away from lag 0; 0 if there is none. */
    static double period(float[][] grey) {
        int side = grey.length;
        int most = side / 2;
        float[] correlation = autocorrelation(grey);
        List<Double> peaks = new ArrayList<>();
        // Half of the plane: the other is its mirror image.
        for (int dy = 0; dy < most; dy++) {
            for (int dx = -most + 1; dx < most; dx++) {
                if (Math.max(dy, Math.abs(dx)) < LEAST_LAG) {
                    continue;
                }
                double here = at(correlation, side, dx, dy);
                boolean peak = true;
                for (int k = 0; k < 9 && peak; k++) {
                    peak = k == 4 || here > at(correlation, side, dx + k % 3 - 1, dy + k / 3 - 1);
                }
                if (peak) {
                    peaks.add(here);
                }
            }
        }
        return peaks.stream().mapToDouble(p -> p).max().orElse(0);
    }

    /** Normalised by overlap and by the value at lag 0. */
    private static double at(float[] correlation, int side, int dx, int dy) {
        int padded = 2 * side;
        int index = Math.floorMod(dy, padded) * padded + Math.floorMod(dx, padded);
        double overlap = (side - Math.abs(dx)) * (double) (side - Math.abs(dy));
        return correlation[index] / overlap * side * side / correlation[0];
    }

    /** Sums over all pairs at every lag, by FFT with zero padding, {@code [2 side][2 side]}. */
    private static float[] autocorrelation(float[][] grey) {
        int side = grey.length;
        double mean = 0;
        for (float[] row : grey) {
            for (float value : row) {
                mean += value / ((double) side * side);
            }
        }
        float[] padded = new float[4 * side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                padded[y * 2 * side + x] = (float) (grey[y][x] - mean);
            }
        }
        long[] axes = {0, 1};
        long[] sizes = {2L * side, 2L * side};
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            NDArray spectrum =
                    manager.create(padded, new Shape(2L * side, 2L * side)).fft2(sizes, axes);
            NDArray power = spectrum.abs().square();
            // Complex numbers as pairs; the imaginary ones are 0 but for rounding.
            float[] pairs = power.ifft2(sizes, axes).real().toFloatArray();
            float[] sums = new float[pairs.length / 2];
            for (int i = 0; i < sums.length; i++) {
                sums[i] = pairs[2 * i];
            }
            return sums;
        }
    }
}
