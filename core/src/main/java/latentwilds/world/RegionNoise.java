package latentwilds.world;

import java.util.HashMap;
import java.util.Map;
import latentwilds.latent.Latents;
import latentwilds.seed.Streams;

/**
 * The noise that the cells of a region share: every channel is a smooth field, standard normal at
 * every place. Normal numbers on a coarse lattice are mixed with weights whose squares sum to 1, so
 * that a place between four lattice points is as far from the mean as one that is at a point. For
 * one thread.
 */
final class RegionNoise {
    /** Cells between lattice points: about half of what a screen shows. */
    static final int PERIOD = 14;

    private record Point(int x, int y) {}

    private final Streams streams;
    private final String purpose;
    private final int size;
    private final Map<Point, float[]> points = new HashMap<>();

    /**
     * The regions of a run.
     *
     * @param streams of the run
     * @param purpose names the stream
     * @param size number of channels
     */
    RegionNoise(Streams streams, String purpose, int size) {
        this.streams = streams;
        this.purpose = purpose;
        this.size = size;
    }

    /**
     * One cell's values.
     *
     * @param x the cell, from the west
     * @param y the cell, from the south
     * @return one per channel
     */
    float[] at(int x, int y) {
        float[] noise = new float[size];
        int left = Math.floorDiv(x, PERIOD);
        int bottom = Math.floorDiv(y, PERIOD);
        double u = Shape.smoothstep(0, PERIOD, Math.floorMod(x, PERIOD));
        double v = Shape.smoothstep(0, PERIOD, Math.floorMod(y, PERIOD));
        double norm = Math.sqrt((u * u + (1 - u) * (1 - u)) * (v * v + (1 - v) * (1 - v)));
        for (int corner = 0; corner < 4; corner++) {
            boolean right = corner % 2 == 1;
            boolean top = corner / 2 == 1;
            double weight = (right ? u : 1 - u) * (top ? v : 1 - v) / norm;
            float[] values = point(left + (right ? 1 : 0), bottom + (top ? 1 : 0));
            for (int c = 0; c < size; c++) {
                noise[c] += (float) (weight * values[c]);
            }
        }
        return noise;
    }

    private float[] point(int x, int y) {
        return points.computeIfAbsent(
                new Point(x, y), p -> Latents.gaussian(streams.stream(purpose, p.x, p.y), size));
    }
}
