package latentwilds.training.metric;

import latentwilds.seed.RandomStream;

/**
 * Learns a number from vectors: one hidden layer of ReLU units, squared error, Adam with decoupled
 * weight decay, the rate going to zero along half a cosine. The same examples and seed give the
 * same weights, bit for bit.
 */
final class GateFit {
    private static final int BATCH = 64;
    private static final int EPOCHS = 60;
    private static final double RATE = 2e-3;
    private static final double DECAY = 0.05;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double TINY = 1e-8;

    private final int inputs;
    private final int units;

    /** {@code [units][inputs + 1]}, then {@code [units + 1]}; biases last. */
    private final double[] weights;

    private final double[] first;
    private final double[] second;
    private int steps;

    private GateFit(int inputs, int units, RandomStream random) {
        this.inputs = inputs;
        this.units = units;
        weights = new double[units * (inputs + 1) + units + 1];
        first = new double[weights.length];
        second = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            boolean hidden = i < units * (inputs + 1);
            weights[i] =
                    random.nextGaussian()
                            * Math.sqrt((hidden ? 2.0 : 1.0) / (hidden ? inputs : units));
        }
        for (int u = 0; u < units; u++) {
            weights[u * (inputs + 1) + inputs] = 0;
        }
        weights[weights.length - 1] = 0;
    }

    /**
     * Learns.
     *
     * @param x {@code [n][inputs]}
     * @param y {@code [n]}, about standard normal
     * @param units in the hidden layer
     * @param seed of weights and order
     */
    static GateFit of(float[][] x, double[] y, int units, long seed) {
        RandomStream random = new RandomStream(seed);
        GateFit fit = new GateFit(x[0].length, units, random);
        int rounds = Math.max(1, EPOCHS * x.length / BATCH);
        for (int round = 0; round < rounds; round++) {
            double[] gradient = new double[fit.weights.length];
            for (int k = 0; k < BATCH; k++) {
                int row = random.nextInt(x.length);
                fit.addGradient(x[row], y[row], gradient);
            }
            fit.step(gradient, RATE * (1 + Math.cos(Math.PI * round / rounds)) / 2);
        }
        return fit;
    }

    private void addGradient(float[] x, double y, double[] gradient) {
        double[] hidden = hidden(x);
        int last = units * (inputs + 1);
        double error = (output(hidden) - y) / BATCH;
        gradient[last + units] += error;
        for (int u = 0; u < units; u++) {
            gradient[last + u] += error * hidden[u];
            if (hidden[u] > 0) {
                double back = error * weights[last + u];
                int row = u * (inputs + 1);
                for (int i = 0; i < inputs; i++) {
                    gradient[row + i] += back * x[i];
                }
                gradient[row + inputs] += back;
            }
        }
    }

    private void step(double[] gradient, double rate) {
        steps++;
        for (int i = 0; i < weights.length; i++) {
            first[i] += (1 - BETA1) * (gradient[i] - first[i]);
            second[i] += (1 - BETA2) * (gradient[i] * gradient[i] - second[i]);
            double m = first[i] / (1 - Math.pow(BETA1, steps));
            double v = second[i] / (1 - Math.pow(BETA2, steps));
            weights[i] -= rate * (m / (Math.sqrt(v) + TINY) + DECAY * weights[i]);
        }
    }

    private double[] hidden(float[] x) {
        double[] hidden = new double[units];
        for (int u = 0; u < units; u++) {
            int row = u * (inputs + 1);
            double sum = weights[row + inputs];
            for (int i = 0; i < inputs; i++) {
                sum += weights[row + i] * x[i];
            }
            hidden[u] = Math.max(0, sum);
        }
        return hidden;
    }

    private double output(double[] hidden) {
        int last = units * (inputs + 1);
        double sum = weights[last + units];
        for (int u = 0; u < units; u++) {
            sum += weights[last + u] * hidden[u];
        }
        return sum;
    }

    /** The number expected for a vector. */
    double predict(float[] x) {
        return output(hidden(x));
    }

    /** {@code [units][inputs + 1]}, the bias last. */
    float[] hiddenWeights() {
        return floats(0, units * (inputs + 1));
    }

    /** {@code [units + 1]}, the bias last. */
    float[] outputWeights() {
        return floats(units * (inputs + 1), weights.length);
    }

    private float[] floats(int from, int to) {
        float[] values = new float[to - from];
        for (int i = from; i < to; i++) {
            values[i - from] = (float) weights[i];
        }
        return values;
    }
}
