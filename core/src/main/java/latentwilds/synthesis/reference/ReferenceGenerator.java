package latentwilds.synthesis.reference;

import java.util.ArrayList;
import java.util.List;
import latentwilds.latent.LatentGrid;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.InputCheck;
import latentwilds.synthesis.Picture;

/** A generator in plain Java. Calls may come from any thread and several at a time. */
public final class ReferenceGenerator implements Generator {
    private final GeneratorSpec spec;
    private final List<Convolution> layers = new ArrayList<>();
    private volatile boolean closed;

    /**
     * Prepares the weights.
     *
     * @param weights the model
     */
    public ReferenceGenerator(GeneratorWeights weights) {
        spec = weights.spec();
        for (int i = 0; i < spec.layers().size(); i++) {
            layers.add(
                    new Convolution(
                            spec.layers().get(i),
                            spec.condition().codeSize(),
                            weights.weight(i),
                            weights.bias(i)));
        }
    }

    @Override
    public GeneratorSpec spec() {
        return spec;
    }

    @Override
    public String backend() {
        return "reference";
    }

    @Override
    public List<Picture> synthesise(List<LatentGrid> inputs) {
        if (closed) {
            throw new IllegalStateException(
                    "Generator '%s' (reference) is closed".formatted(spec.kind()));
        }
        InputCheck.check(spec, inputs);
        return inputs.stream().map(this::one).toList();
    }

    private Picture one(LatentGrid grid) {
        Planes x = Planes.ofChannelMajor(grid.rows(), grid.columns(), grid.noise());
        Planes code = Planes.ofChannelMajor(grid.rows(), grid.columns(), grid.code());
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = spec.layers().get(i);
            if (layer.inject() && code.channels() > 0) {
                x = x.concatenate(code.enlarge(x.rows(), x.columns()));
            }
            x = layers.get(i).apply(x);
        }
        return new Picture(spec.channels(), x.columns(), x.rows(), x.toChannelMajor());
    }

    @Override
    public void close() {
        closed = true;
    }
}
