package latentwilds.training.net;

import com.fasterxml.jackson.annotation.JsonProperty;
import latentwilds.seed.RandomStream;

/** How untrained weights are drawn. */
public enum Initialisation {
    /** Normal with standard deviation 0.02: DCGAN's own (Radford et al. 2016). */
    @JsonProperty("normal")
    NORMAL,
    /** Uniform within sqrt(6 / (fan in + fan out)) (Glorot and Bengio 2010). */
    @JsonProperty("glorot")
    GLOROT,
    /** Normal, scaled by the fan in for a leaky slope of 0.2 (He et al. 2015). */
    @JsonProperty("he")
    HE;

    private static final double DCGAN_DEVIATION = 0.02;
    private static final double SLOPE = 0.2;

    /**
     * Draws a weight tensor.
     *
     * @param random source
     * @param size how many numbers
     * @param fanIn inputs of one output
     * @param fanOut outputs of one input
     * @return the numbers
     */
    float[] draw(RandomStream random, int size, long fanIn, long fanOut) {
        return switch (this) {
            case NORMAL -> normal(random, size, DCGAN_DEVIATION);
            case HE -> normal(random, size, Math.sqrt(2 / (1 + SLOPE * SLOPE) / fanIn));
            case GLOROT -> {
                double bound = Math.sqrt(6.0 / (fanIn + fanOut));
                float[] values = new float[size];
                for (int i = 0; i < size; i++) {
                    values[i] = (float) ((random.nextDouble() * 2 - 1) * bound);
                }
                yield values;
            }
        };
    }

    static float[] normal(RandomStream random, int size, double deviation) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return values;
    }
}
