package latentwilds.training.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import latentwilds.seed.RandomStream;

/**
 * Spectral normalisation (Miyato et al. 2018): a weight is divided by its largest singular value,
 * estimated by one power iteration per discriminator step. The estimate's vectors are state and go
 * into checkpoints.
 */
final class SpectralNorm {
    private static final float EPSILON = 1e-12f;

    private final ParameterSet vectors;

    SpectralNorm(NDManager manager) {
        vectors = new ParameterSet(manager);
    }

    void add(String name, int outputs, RandomStream random) {
        vectors.add(name, Initialisation.normal(random, outputs, 1), outputs, 1);
    }

    /**
     * The normalised weight.
     *
     * @param weight rows are outputs
     * @param update whether to take a step of the power iteration
     */
    NDArray apply(String name, NDArray weight, NDManager step, boolean update) {
        NDArray u = vectors.get(name);
        NDArray matrix = Shapes.view(weight, step, weight.getShape().get(0), -1);
        NDArray constant = matrix.stopGradient();
        constant.attach(step);
        NDArray v = unit(constant.transpose().matMul(u));
        if (update) {
            NDArray next = unit(constant.matMul(v));
            next.attach(step);
            next.copyTo(u);
        }
        // A copy: the next look at another batch moves the vector while this graph still needs it.
        NDArray copy = u.duplicate();
        copy.attach(step);
        NDArray left = copy.reshape(1, -1);
        NDArray sigma = left.matMul(matrix.matMul(v));
        NDArray normalised = weight.div(sigma.reshape(1));
        normalised.attach(step);
        return normalised;
    }

    private static NDArray unit(NDArray vector) {
        return vector.div(vector.norm().add(EPSILON));
    }

    ParameterSet vectors() {
        return vectors;
    }
}
