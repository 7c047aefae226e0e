package latentwilds.synthesis.gl;

import java.util.List;
import latentwilds.latent.LatentGrid;
import latentwilds.model.GeneratorSpec;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.InputCheck;
import latentwilds.synthesis.Picture;
import latentwilds.synthesis.Placement;

/**
 * A generator in shaders. A call from another thread waits while the render thread does the work in
 * its frames; a call from the render thread is done at once.
 */
final class GlGenerator implements Generator {
    private final GlBackend backend;
    private final Network network;
    private volatile boolean closed;

    GlGenerator(GlBackend backend, Network network) {
        this.backend = backend;
        this.network = network;
    }

    @Override
    public GeneratorSpec spec() {
        return network.spec();
    }

    @Override
    public String backend() {
        return "gl";
    }

    @Override
    public int together() {
        return Layers.MOST;
    }

    @Override
    public List<Picture> synthesise(List<LatentGrid> inputs) {
        check(inputs);
        return backend.run(new Batch(network, List.copyOf(inputs), List.of())).stream()
                .flatMap(texels -> Texels.unpack(texels, spec(), inputs.get(0)).stream())
                .toList();
    }

    @Override
    public boolean draw(List<LatentGrid> inputs, List<Placement> placements) {
        check(inputs);
        if (inputs.size() != placements.size()) {
            throw new IllegalArgumentException(
                    "Generator '%s': expected a placement for each of %d inputs, found %d"
                            .formatted(spec().kind(), inputs.size(), placements.size()));
        }
        backend.run(new Batch(network, List.copyOf(inputs), List.copyOf(placements)));
        return true;
    }

    private void check(List<LatentGrid> inputs) {
        if (closed) {
            throw new IllegalStateException(
                    "Generator '%s' (gl) is closed".formatted(spec().kind()));
        }
        InputCheck.check(spec(), inputs);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            backend.release(network);
        }
    }
}
