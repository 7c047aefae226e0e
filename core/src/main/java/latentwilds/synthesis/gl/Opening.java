package latentwilds.synthesis.gl;

import java.util.function.Supplier;
import latentwilds.model.GeneratorWeights;

/** Puts a model on the GPU, a layer per slice. */
final class Opening implements Work<Network> {
    private final Supplier<Device> device;
    private final GeneratorWeights weights;
    private Network network;
    private int loaded;

    Opening(Supplier<Device> device, GeneratorWeights weights) {
        this.device = device;
        this.weights = weights;
    }

    @Override
    public Step step(Pacer pacer) {
        if (network == null) {
            network = new Network(device.get(), weights.spec());
            return Step.MORE;
        }
        boolean layers = loaded < weights.spec().layers().size();
        boolean more = layers && network.load(weights) || network.loadFinisher();
        loaded += layers ? 1 : 0;
        network.device().check();
        // A compiler takes longer than a frame has: one layer in each.
        return more ? Step.WAIT : Step.DONE;
    }

    @Override
    public Network result() {
        return network;
    }

    @Override
    public void abandon() {
        if (network != null) {
            network.close();
        }
    }

    @Override
    public String progress() {
        return "%s opens, layer %d of %d"
                .formatted(
                        weights.spec().kind(),
                        Math.min(loaded + 1, weights.spec().layers().size()),
                        weights.spec().layers().size());
    }
}
