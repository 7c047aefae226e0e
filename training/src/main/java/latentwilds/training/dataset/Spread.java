package latentwilds.training.dataset;

import java.util.stream.DoubleStream;

/**
 * How one measure is spread over a set's images.
 *
 * @param low 5 % of the images have less
 * @param median half of the images have less
 * @param high 5 % of the images have more
 */
public record Spread(double low, double median, double high) {

    /** Of finite values; NaN each if there are none. */
    static Spread of(DoubleStream values) {
        double[] sorted = values.filter(Double::isFinite).sorted().toArray();
        return new Spread(at(sorted, 0.05), at(sorted, 0.5), at(sorted, 0.95));
    }

    private static double at(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double value = sorted[(int) Math.round(share * (sorted.length - 1))];
        return Math.round(value * 1000) / 1000.0;
    }
}
