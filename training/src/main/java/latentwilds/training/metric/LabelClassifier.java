package latentwilds.training.metric;

import java.util.Arrays;
import latentwilds.seed.RandomStream;
import org.ejml.data.DMatrixRMaj;

/**
 * A small classifier of the data set's own labels: softmax regression on standardised features,
 * trained with Adam and decoupled weight decay on training images. The same images and seed give
 * the same classifier, bit for bit.
 */
final class LabelClassifier {
    private static final int BATCH = 64;
    private static final int STEPS = 4000;
    private static final double RATE = 2e-3;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double DECAY = 0.01;
    private static final double TINY = 1e-8;

    private final int classes;
    private final double[] mean;
    private final double[] scale;

    /** {@code [classes][d + 1]}; the bias is last. */
    private final double[] weights;

    private LabelClassifier(int classes, double[] mean, double[] scale) {
        this.classes = classes;
        this.mean = mean;
        this.scale = scale;
        weights = new double[classes * (mean.length + 1)];
    }

    /**
     * Learns labels.
     *
     * @param features {@code [n][d]}
     * @param labels per row, 0 to {@code classes - 1}
     * @param classes how many labels there are
     * @param seed decides the order of the images
     */
    static LabelClassifier train(DMatrixRMaj features, int[] labels, int classes, long seed) {
        int d = features.numCols;
        double[] mean = new double[d];
        double[] scale = new double[d];
        for (int i = 0; i < features.data.length; i++) {
            mean[i % d] += features.data[i] / features.numRows;
        }
        for (int i = 0; i < features.data.length; i++) {
            double difference = features.data[i] - mean[i % d];
            scale[i % d] += difference * difference / features.numRows;
        }
        for (int j = 0; j < d; j++) {
            scale[j] = 1 / Math.sqrt(scale[j] + TINY);
        }
        LabelClassifier classifier = new LabelClassifier(classes, mean, scale);
        classifier.learn(features, labels, new RandomStream(seed));
        return classifier;
    }

    private void learn(DMatrixRMaj features, int[] labels, RandomStream random) {
        double[] first = new double[weights.length];
        double[] second = new double[weights.length];
        for (int step = 1; step <= STEPS; step++) {
            double[] gradient = new double[weights.length];
            for (int k = 0; k < BATCH; k++) {
                int row = random.nextInt(labels.length);
                double[] x = input(features, row);
                double[] error = softmax(x);
                error[labels[row]] -= 1;
                for (int c = 0; c < classes; c++) {
                    for (int j = 0; j < x.length; j++) {
                        gradient[c * x.length + j] += error[c] * x[j] / BATCH;
                    }
                }
            }
            // To zero along half a cosine: the last steps settle.
            double rate = RATE * (1 + Math.cos(Math.PI * step / STEPS)) / 2;
            for (int i = 0; i < weights.length; i++) {
                first[i] += (1 - BETA1) * (gradient[i] - first[i]);
                second[i] += (1 - BETA2) * (gradient[i] * gradient[i] - second[i]);
                double m = first[i] / (1 - Math.pow(BETA1, step));
                double v = second[i] / (1 - Math.pow(BETA2, step));
                weights[i] -= rate * (m / (Math.sqrt(v) + TINY) + DECAY * weights[i]);
            }
        }
    }

    private double[] input(DMatrixRMaj features, int row) {
        int d = mean.length;
        double[] x = new double[d + 1];
        for (int j = 0; j < d; j++) {
            x[j] = (features.data[row * d + j] - mean[j]) * scale[j];
        }
        x[d] = 1;
        return x;
    }

    private double[] softmax(double[] x) {
        double[] p = new double[classes];
        for (int c = 0; c < classes; c++) {
            for (int j = 0; j < x.length; j++) {
                p[c] += weights[c * x.length + j] * x[j];
            }
        }
        double largest = Arrays.stream(p).max().orElseThrow();
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            p[c] = Math.exp(p[c] - largest);
            sum += p[c];
        }
        for (int c = 0; c < classes; c++) {
            p[c] /= sum;
        }
        return p;
    }

    /** How likely each label is, {@code [n][classes]}; rows sum to 1. */
    double[][] probabilities(DMatrixRMaj features) {
        double[][] probabilities = new double[features.numRows][];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = softmax(input(features, i));
        }
        return probabilities;
    }

    /** Share of rows whose likeliest label is the given one. */
    static double agreement(double[][] probabilities, int[] labels) {
        double right = 0;
        for (int i = 0; i < labels.length; i++) {
            int best = 0;
            for (int c = 1; c < probabilities[i].length; c++) {
                best = probabilities[i][c] > probabilities[i][best] ? c : best;
            }
            right += best == labels[i] ? 1 : 0;
        }
        return right / labels.length;
    }

    /**
     * Inception Score (Salimans et al. 2016) with this classifier: {@code exp(mean KL(p(y|x) ||
     * p(y)))}. 1 when all pictures look alike to it, at most the number of labels.
     */
    static double inceptionScore(double[][] probabilities) {
        double[] marginal = new double[probabilities[0].length];
        for (double[] p : probabilities) {
            for (int c = 0; c < p.length; c++) {
                marginal[c] += p[c] / probabilities.length;
            }
        }
        double divergence = 0;
        for (double[] p : probabilities) {
            for (int c = 0; c < p.length; c++) {
                divergence += p[c] > 0 ? p[c] * Math.log(p[c] / marginal[c]) : 0;
            }
        }
        return Math.exp(divergence / probabilities.length);
    }
}
