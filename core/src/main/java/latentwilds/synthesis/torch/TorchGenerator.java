package latentwilds.synthesis.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import latentwilds.latent.LatentGrid;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.InputCheck;
import latentwilds.synthesis.Picture;

/**
 * A generator on DJL's PyTorch engine. One call at a time is served: DJL's managers are not
 * thread-safe. Every call works in a sub-manager, so native memory stays flat.
 */
public final class TorchGenerator implements Generator {
    /**
     * So many are computed in one go, two pages of ground: sixteen at once took several times as
     * long each. Why is not known; it is not memory that goes back to the system in between.
     */
    private static final int MOST_PIXELS = 2 * 288 * 288;

    private final GeneratorSpec spec;
    private final NDManager manager;
    private final TorchLayers layers;
    private boolean closed;

    /**
     * Loads the weights. Starts the engine the first time, which takes a second or two: not for the
     * render thread.
     *
     * @param weights the model
     * @throws IllegalStateException if libtorch cannot be loaded, with the reason
     */
    public TorchGenerator(GeneratorWeights weights) {
        spec = weights.spec();
        manager = TorchEngine.newManager();
        layers = new TorchLayers(manager, weights);
    }

    @Override
    public GeneratorSpec spec() {
        return spec;
    }

    @Override
    public String backend() {
        return "torch";
    }

    @Override
    public Optional<String> notice() {
        return Cuda.notice(manager.getEngine().getGpuCount());
    }

    @Override
    public synchronized List<Picture> synthesise(List<LatentGrid> inputs) {
        if (closed) {
            throw new IllegalStateException(
                    "Generator '%s' (torch) is closed".formatted(spec.kind()));
        }
        InputCheck.check(spec, inputs);
        LatentGrid grid = inputs.get(0);
        int pixels = spec.width(grid.columns()) * spec.height(grid.rows());
        int most = Math.max(1, MOST_PIXELS / pixels);
        List<Picture> pictures = new ArrayList<>();
        for (int first = 0; first < inputs.size(); first += most) {
            int end = Math.min(inputs.size(), first + most);
            pictures.addAll(together(inputs.subList(first, end)));
        }
        return pictures;
    }

    private List<Picture> together(List<LatentGrid> inputs) {
        int rows = inputs.get(0).rows();
        int columns = inputs.get(0).columns();
        try (NDManager scratch = manager.newSubManager()) {
            NDArray noise = stack(scratch, inputs, rows, columns, false);
            NDArray code =
                    spec.condition().codeSize() == 0
                            ? null
                            : stack(scratch, inputs, rows, columns, true);
            float[] values = layers.forward(noise, code).toFloatArray();
            int width = spec.width(columns);
            int height = spec.height(rows);
            int size = spec.channels() * width * height;
            List<Picture> pictures = new ArrayList<>();
            for (int i = 0; i < inputs.size(); i++) {
                float[] one = new float[size];
                System.arraycopy(values, i * size, one, 0, size);
                pictures.add(new Picture(spec.channels(), width, height, one));
            }
            return pictures;
        }
    }

    private static NDArray stack(
            NDManager scratch, List<LatentGrid> inputs, int rows, int columns, boolean code) {
        LatentGrid first = inputs.get(0);
        int size = code ? first.code().length : first.noise().length;
        float[] all = new float[size * inputs.size()];
        for (int i = 0; i < inputs.size(); i++) {
            LatentGrid grid = inputs.get(i);
            System.arraycopy(code ? grid.code() : grid.noise(), 0, all, i * size, size);
        }
        return scratch.create(
                all, new Shape(inputs.size(), size / (rows * columns), rows, columns));
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            manager.close();
        }
    }
}
