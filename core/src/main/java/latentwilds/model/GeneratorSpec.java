package latentwilds.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything needed to rebuild a generator but its weights. The generator that training runs and
 * the one that the game runs have the same spec; it travels in the model file's metadata as JSON.
 *
 * <p>A generator reads a grid of cells: {@code latentSize} noise channels and {@code
 * condition.codeSize()} code channels per cell. A <em>vector</em> generator (first layer dense) has
 * a grid of 1 x 1. A <em>spatial</em> one (terrain) takes any grid and makes {@link #cellPixels}
 * pixels per cell.
 *
 * @param kind {@code terrain}, {@code monsters}, {@code faces}, or another
 * @param latentSize noise channels per cell
 * @param regionSize how many of these, from the first on, vary slowly: the cells of a neighbourhood
 *     share their value, which is what makes it one place (the global dimensions of Bergmann et al.
 *     2017, Periodic Spatial GAN); 0 for none, and always for a vector generator
 * @param periods lengths in cells of the waves that the last noise channels are, {@link #WAVES} of
 *     these per period: what keeps rows of slabs in line (the periodic dimensions of the same
 *     paper); empty for none, and always for a vector generator
 * @param condition the labels it understands
 * @param layers first to last; channels chain, the last has {@link #channels} outputs and a tanh
 * @param channels 3 (RGB) or 4 (RGBA, colour premultiplied by alpha), values in [-1, 1]
 * @param trainingHash hash of the training options that made the weights, hexadecimal; may be empty
 */
public record GeneratorSpec(
        String kind,
        int latentSize,
        int regionSize,
        List<Integer> periods,
        Condition condition,
        List<Layer> layers,
        int channels,
        String trainingHash) {

    /** Noise channels per period: cosine and sine along each of two axes. */
    public static final int WAVES = 4;

    /** Version of the model file that this code reads and writes. */
    public static final int FORMAT_VERSION = 1;

    /**
     * Checks that the layers chain.
     *
     * @throws IllegalArgumentException naming the layer, what was expected and what was found
     */
    public GeneratorSpec {
        require(kind != null && !kind.isBlank(), "kind", "a name", kind);
        require(condition != null, "condition", "label groups or none", "null");
        require(trainingHash != null, "trainingHash", "a text, if an empty one", "null");
        require(
                layers != null && layers.stream().noneMatch(Objects::isNull),
                "layers",
                "a list of layers",
                layers);
        layers = List.copyOf(layers);
        periods = periods == null ? List.of() : List.copyOf(periods);
        require(latentSize > 0, "latentSize", "a positive number", latentSize);
        require(channels == 3 || channels == 4, "channels", "3 or 4", channels);
        require(!layers.isEmpty(), "layers", "at least one layer", "none");
        require(
                periods.stream().allMatch(p -> p > 1) && periods.size() * WAVES < latentSize,
                "periods",
                "lengths of 2 or more, less than one per " + WAVES + " of latentSize",
                periods);
        int drawn = latentSize - WAVES * periods.size();
        require(
                regionSize >= 0 && (regionSize == 0 || regionSize < drawn),
                "regionSize",
                "0 to " + (drawn - 1) + ", less than the channels that are drawn",
                regionSize);
        int channelsBefore = latentSize;
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            String where = "layers[" + i + "]";
            require(layer.activation() != null, where + ".activation", "an activation", "null");
            require(
                    layer.inputs() == channelsBefore,
                    where + ".inputs",
                    channelsBefore + " (what comes before it)",
                    layer.inputs());
            require(layer.outputs() > 0, where + ".outputs", "a positive number", layer.outputs());
            if (layer instanceof Layer.Dense dense) {
                require(
                        i == 0 || vectorSoFar(layers, i),
                        where,
                        "a dense layer only first or after dense layers of 1 x 1",
                        "dense");
                require(dense.height() > 0, where + ".height", "positive", dense.height());
                require(dense.width() > 0, where + ".width", "positive", dense.width());
            }
            channelsBefore = layer.outputs();
        }
        require(
                regionSize == 0 || !(layers.get(0) instanceof Layer.Dense),
                "regionSize",
                "0 for a vector generator",
                regionSize);
        require(
                periods.isEmpty() || !(layers.get(0) instanceof Layer.Dense),
                "periods",
                "none for a vector generator",
                periods);
        require(
                regionSize > 0
                        || condition.groups().stream()
                                .noneMatch(g -> g.accents() || g.places() != null),
                "regionSize",
                "positive, since codes have accents or places",
                regionSize);
        require(
                channelsBefore == channels,
                "the last layer's outputs",
                channels + " (channels)",
                channelsBefore);
    }

    /**
     * A generator whose cells share no noise.
     *
     * @param kind as above
     * @param latentSize as above
     * @param condition as above
     * @param layers as above
     * @param channels as above
     * @param trainingHash as above
     */
    public GeneratorSpec(
            String kind,
            int latentSize,
            Condition condition,
            List<Layer> layers,
            int channels,
            String trainingHash) {
        this(kind, latentSize, 0, List.of(), condition, layers, channels, trainingHash);
    }

    /**
     * The same generator with another condition.
     *
     * @param other its labels
     * @return another spec
     */
    public GeneratorSpec with(Condition other) {
        return new GeneratorSpec(
                kind, latentSize, regionSize, periods, other, layers, channels, trainingHash);
    }

    /**
     * Noise channels that chance fills, the first ones; the others are waves.
     *
     * @return {@link #latentSize} less {@link #WAVES} per period
     */
    public int drawnSize() {
        return latentSize - WAVES * periods.size();
    }

    private static boolean vectorSoFar(List<Layer> layers, int end) {
        return layers.subList(0, end).stream()
                .allMatch(l -> l instanceof Layer.Dense d && d.width() == 1 && d.height() == 1);
    }

    private static void require(boolean ok, String field, Object expected, Object found) {
        if (!ok) {
            throw new IllegalArgumentException(
                    "Generator spec: %s must be %s, found %s".formatted(field, expected, found));
        }
    }

    /**
     * Whether the generator takes a grid of any size.
     *
     * @return false when the first layer is dense
     */
    public boolean spatial() {
        return !(layers.get(0) instanceof Layer.Dense);
    }

    /**
     * Picture pixels per grid cell along one side: the product of the layers' scales.
     *
     * @return for example 16 for four up-sampling layers
     */
    public int cellPixels() {
        return layers.stream().mapToInt(Layer::scale).reduce(1, (a, b) -> a * b);
    }

    /**
     * Width of the picture made from a grid.
     *
     * @param columns grid width in cells (1 for a vector generator)
     * @return pixels
     */
    public int width(int columns) {
        return lastDense().map(Layer.Dense::width).orElse(columns) * cellPixels();
    }

    /**
     * Height of the picture made from a grid.
     *
     * @param rows grid height in cells (1 for a vector generator)
     * @return pixels
     */
    public int height(int rows) {
        return lastDense().map(Layer.Dense::height).orElse(rows) * cellPixels();
    }

    private Optional<Layer.Dense> lastDense() {
        return layers.stream()
                .filter(Layer.Dense.class::isInstance)
                .map(Layer.Dense.class::cast)
                .reduce((a, b) -> b);
    }

    /**
     * Cells that must surround a field so that its pixels do not depend on where the grid ends: the
     * receptive field of the convolutions in whole cells, not one more than is read. The injected
     * code is read bilinearly, which reaches no further than the layers before it do.
     *
     * @return 0 for a vector generator
     */
    public int marginCells() {
        if (!spatial()) {
            return 0;
        }
        // The first row that the field's first row depends on, counted from there in pixels of the
        // layer's input; the other three sides are alike.
        int first = 0;
        for (int i = layers.size() - 1; i >= 0; i--) {
            first = layers.get(i).scale() == 2 ? Math.floorDiv(first - 1, 2) : first - 1;
        }
        return -first;
    }

    /**
     * Multiply-adds for one grid.
     *
     * @param rows grid height in cells
     * @param columns grid width in cells
     * @return the count, all layers together
     */
    public long macs(int rows, int columns) {
        long total = 0;
        long pixels = (long) rows * columns;
        for (Layer layer : layers) {
            long inputs = layer.weightInputs(condition.codeSize());
            if (layer instanceof Layer.Dense d) {
                pixels = (long) d.height() * d.width();
                total += inputs * d.outputs() * pixels;
            } else if (layer instanceof Layer.UpConv u) {
                pixels *= 4;
                total += pixels * 4 * inputs * u.outputs();
            } else {
                total += pixels * 9 * inputs * layer.outputs();
            }
        }
        return total;
    }
}
