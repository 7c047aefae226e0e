package latentwilds.training.loop;

import ai.djl.ndarray.NDArray;
import java.util.List;
import latentwilds.training.net.DiscriminatorNet;
import latentwilds.training.net.FeatureTap;

/**
 * Which labels the discriminator takes one batch of pictures for, beside how real they look to it.
 * Shown its features on their way, so that they are computed once.
 */
final class LabelGuess implements FeatureTap {
    private final DiscriminatorNet discriminator;
    private final double weight;
    private List<NDArray> guesses = List.of();

    /**
     * Expects one batch.
     *
     * @param weight of the cost; with 0 nothing is guessed
     */
    LabelGuess(DiscriminatorNet discriminator, double weight) {
        this.discriminator = discriminator;
        this.weight = weight;
    }

    @Override
    public void see(String layer, NDArray features) {
        if (weight > 0 && layer.equals(discriminator.lastLayer())) {
            guesses = discriminator.guesses(features);
        }
    }

    /**
     * Adds the cross-entropy of the guesses, averaged over the batch, summed over label groups.
     *
     * @param loss a scalar
     * @param labels what would have been right, {@code [n][labels]} per group; as they fade in, so
     *     does the cost
     * @return a scalar
     */
    NDArray addTo(NDArray loss, List<NDArray> labels) {
        NDArray total = loss;
        for (int g = 0; g < guesses.size(); g++) {
            NDArray shares = guesses.get(g).logSoftmax(1);
            NDArray right = shares.mul(labels.get(g)).sum(new int[] {1});
            // Weighted before the mean: a scalar times a Java double would be in double precision.
            total = total.sub(right.mul(weight).mean());
        }
        return total;
    }
}
