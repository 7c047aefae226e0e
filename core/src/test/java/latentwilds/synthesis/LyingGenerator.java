package latentwilds.synthesis;

import java.util.List;
import java.util.function.Function;
import latentwilds.latent.LatentGrid;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.synthesis.reference.ReferenceGenerator;

/** The reference's pictures, altered. */
class LyingGenerator implements Generator {
    private final ReferenceGenerator reference;
    private final Function<Picture, Picture> lie;
    private final String backend;
    boolean closed;

    LyingGenerator(GeneratorWeights weights, Function<Picture, Picture> lie) {
        this(weights, lie, "torch");
    }

    LyingGenerator(GeneratorWeights weights, Function<Picture, Picture> lie, String backend) {
        reference = new ReferenceGenerator(weights);
        this.lie = lie;
        this.backend = backend;
    }

    /** Another number in one place. */
    static Function<Picture, Picture> at(int index, float added) {
        return picture -> {
            float[] values = picture.values().clone();
            values[index < 0 ? values.length + index : index] += added;
            return new Picture(picture.channels(), picture.width(), picture.height(), values);
        };
    }

    @Override
    public GeneratorSpec spec() {
        return reference.spec();
    }

    @Override
    public String backend() {
        return backend;
    }

    @Override
    public List<Picture> synthesise(List<LatentGrid> inputs) {
        return reference.synthesise(inputs).stream().map(lie).toList();
    }

    @Override
    public void close() {
        closed = true;
        reference.close();
    }
}
