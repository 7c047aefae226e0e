package latentwilds.training.loop;

import java.util.List;
import java.util.Map;
import latentwilds.model.GeneratorWeights;
import latentwilds.training.net.ParameterSet;

/**
 * Makes batch norm out of what a model has left of it. While training, batch norm takes the mean
 * off its input and divides by the deviation; in a model both are constants in the weights. Here
 * they are measured, layer by layer, and become shift and scale, so that the generator goes on
 * making the pictures that the model made.
 */
final class Unfolding {
    private static final List<String> PARTS = List.of(".gamma", ".beta");

    private final Adversaries adversaries;
    private final StandingStatistics standing;

    Unfolding(Adversaries adversaries, StandingStatistics standing) {
        this.adversaries = adversaries;
        this.standing = standing;
    }

    /** Changes the layers that were taken over whole. */
    void of(Transfer origin) {
        ParameterSet parameters = adversaries.generator().parameters();
        ParameterSet statistics = adversaries.generator().statistics();
        int layers = adversaries.generator().spec().layers().size();
        for (int i = 0; i < layers; i++) {
            String weight = GeneratorWeights.weightName(i);
            String layer = weight.replace(".weight", "");
            if (!statistics.names().contains(layer + ".mean")
                    || !origin.holds("g." + weight, parameters.shape(weight))) {
                continue;
            }
            // Those of the layers before are right by now, and so is this layer's input.
            Map<String, float[]> measured = standing.measureTrained();
            float[] mean = measured.get(layer + ".mean");
            float[] variance = measured.get(layer + ".variance");
            float[] gamma = parameters.values(layer + ".gamma");
            float[] beta = parameters.values(layer + ".beta");
            for (int c = 0; c < gamma.length; c++) {
                beta[c] += gamma[c] * mean[c];
                gamma[c] *= (float) Math.sqrt(variance[c]);
            }
            parameters.load(layer + ".gamma", gamma);
            parameters.load(layer + ".beta", beta);
            for (String part : PARTS) {
                adversaries
                        .average()
                        .parameters()
                        .load(layer + part, parameters.values(layer + part));
            }
            statistics.load(layer + ".mean", mean);
            statistics.load(layer + ".variance", variance);
        }
    }
}
