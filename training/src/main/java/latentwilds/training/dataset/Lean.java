package latentwilds.training.dataset;

import java.util.List;

/** Whether a whole set leans to one side, so that mirrored images would not belong to it. */
final class Lean {
    private static final int SIDE = 8;

    private Lean() {}

    /**
     * Mean absolute difference between the mean thumbnail and its mirror image, divided by the mean
     * standard deviation of a thumbnail's value over the set; NaN if no image differs.
     */
    static double of(List<InspectedImage> images) {
        int values = SIDE * SIDE * 3;
        double[] sum = new double[values];
        double[] squares = new double[values];
        for (InspectedImage image : images) {
            byte[] thumbnail = image.likeness().thumbnail();
            for (int i = 0; i < values; i++) {
                int level = thumbnail[i] & 255;
                sum[i] += level;
                squares[i] += level * level;
            }
        }
        int n = images.size();
        double difference = 0;
        double deviation = 0;
        for (int i = 0; i < values; i++) {
            int x = i / 3 % SIDE;
            int mirrored = i + 3 * (SIDE - 1 - 2 * x);
            difference += Math.abs(sum[i] - sum[mirrored]) / n;
            deviation += Math.sqrt(Math.max(0, squares[i] / n - sum[i] / n * (sum[i] / n)));
        }
        return deviation == 0 ? Double.NaN : Math.round(difference / deviation * 1000) / 1000.0;
    }
}
