package latentwilds.synthesis.gl;

import com.badlogic.gdx.graphics.GL20;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import latentwilds.model.Activation;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.Layer;

/**
 * A network on grids of one size: the textures between its layers, and the passes. A layer's input
 * is one texture: first what the layer before made, then, where the layer injects, the code, put
 * there by a pass of its own. The owner closes it.
 *
 * <p>There are two textures for what is uploaded, used in turn: a driver that is asked to write to
 * one that it has still to read waits until it has.
 */
final class Plan implements AutoCloseable {
    private final Device device;
    private final GeneratorSpec spec;
    private final List<WeightTexture> weights;
    private final int rows;
    private final int columns;
    private final int codeGroups;
    // One more than there are layers: the last is what is read back.
    private final List<Tiles> tiles = new ArrayList<>();
    private final List<Layers> layers = new ArrayList<>();
    private Layers otherInput;
    private Optional<Finisher> finisher = Optional.empty();

    Plan(Device device, GeneratorSpec spec, List<WeightTexture> weights, int rows, int columns) {
        this.device = device;
        this.spec = spec;
        this.weights = weights;
        this.rows = rows;
        this.columns = columns;
        codeGroups = Tiles.groups(spec.condition().codeSize());
        int width = columns;
        int height = rows;
        Tiles input = input(device, spec, rows, columns);
        add(input);
        otherInput = textures(input);
        for (int i = 0; i < spec.layers().size(); i++) {
            Layer layer = spec.layers().get(i);
            Layer.Dense dense = layer instanceof Layer.Dense d ? d : null;
            width = dense != null ? dense.width() : width * layer.scale();
            height = dense != null ? dense.height() : height * layer.scale();
            boolean inject = i + 1 < spec.layers().size() && spec.layers().get(i + 1).inject();
            add(width, height, Tiles.groups(layer.outputs()) + (inject ? codeGroups : 0));
        }
    }

    /** The layout of what is uploaded: noise, then code. Any thread. */
    static Tiles input(Device device, GeneratorSpec spec, int rows, int columns) {
        int groups = Tiles.groups(spec.latentSize()) + Tiles.groups(spec.condition().codeSize());
        return Tiles.of(columns, rows, groups, device.maxSide());
    }

    private void add(int width, int height, int groups) {
        add(Tiles.of(width, height, groups, device.maxSide()));
    }

    private void add(Tiles next) {
        tiles.add(next);
        layers.add(textures(next));
    }

    private Layers textures(Tiles of) {
        return new Layers(device.gl(), of.width(), of.height(), device.storage());
    }

    boolean fits(int otherRows, int otherColumns) {
        return rows == otherRows && columns == otherColumns;
    }

    /** Begins a batch: its input goes to the texture that the last batch did not read. */
    void begin() {
        otherInput = layers.set(0, otherInput);
    }

    /** Uploads one picture's input. */
    void write(int lane, FloatBuffer rgba) {
        layers.get(0).write(lane, rgba);
    }

    /** All passes but the last. */
    List<Pass> hidden(int lanes) {
        List<Pass> passes = new ArrayList<>();
        for (int i = 0; i < spec.layers().size(); i++) {
            if (i > 0 && spec.layers().get(i).inject() && codeGroups > 0) {
                int first = Tiles.groups(spec.layers().get(i).inputs());
                for (Area area : tiles.get(i).areas(first, codeGroups)) {
                    passes.add(enlarge(i, lanes, area, first));
                }
            }
            if (i + 1 < spec.layers().size()) {
                Layers target = layers.get(i + 1);
                for (Area area : tiles.get(i + 1).areas(0, Tiles.groups(outputs(i)))) {
                    passes.add(layer(i, lanes, area, 0, () -> target.drawTo(lanes), false));
                }
            }
        }
        return passes;
    }

    /** The last pass, to where {@link #read} copies it from. */
    Pass lastToRead(int lanes) {
        int last = spec.layers().size() - 1;
        Tiles target = tiles.get(last + 1);
        return layer(
                last,
                lanes,
                target.areas(0, 1).get(0),
                0,
                () -> layers.get(last + 1).drawTo(lanes),
                false);
    }

    /** The last pass, to a texture of bytes that leaves out the margin. */
    Pass lastTo(int lanes, int width, int height, int margin, Runnable target) {
        Area area = new Area(0, 0, width, height);
        return layer(spec.layers().size() - 1, lanes, area, margin, target, true);
    }

    private int outputs(int layer) {
        return spec.layers().get(layer).outputs();
    }

    private Pass enlarge(int i, int lanes, Area area, int first) {
        Tiles from = tiles.get(0);
        Tiles to = tiles.get(i);
        return new Pass(
                spec.kind() + " code " + (i + 1),
                Op.ENLARGE,
                lanes,
                area,
                4 * lanes,
                () -> layers.get(i).drawTo(lanes),
                shader -> {
                    layers.get(0).bind();
                    shader.set("uInputSize", from.columns(), from.rows());
                    shader.set("uInputColumns", from.across());
                    shader.set("uFirstInput", Tiles.groups(spec.latentSize()));
                    shader.set("uOutputSize", to.columns(), to.rows());
                    shader.set("uOutputColumns", to.across());
                    shader.set("uFirstOutput", first);
                });
    }

    private Pass layer(int i, int lanes, Area area, int margin, Runnable target, boolean bytes) {
        Layer layer = spec.layers().get(i);
        Tiles from = tiles.get(i);
        Tiles to = tiles.get(i + 1);
        int groups = Tiles.groups(layer.inputs()) + (layer.inject() ? codeGroups : 0);
        int taps = WeightTexture.taps(layer, spec.condition().codeSize());
        boolean opaque = bytes && spec.channels() == 3;
        return new Pass(
                spec.kind() + " layer " + (i + 1),
                Op.of(layer),
                lanes,
                area,
                (double) Op.of(layer).reads() * groups * (4 + lanes),
                target,
                shader -> {
                    layers.get(i).bind();
                    device.gl().glActiveTexture(GL20.GL_TEXTURE1);
                    weights.get(i).bind();
                    shader.set("uWeights", 1);
                    shader.set("uInputSize", from.columns(), from.rows());
                    shader.set("uInputColumns", from.across());
                    shader.set("uInputGroups", groups);
                    shader.set("uTaps", taps);
                    shader.set("uOutputSize", to.columns(), to.rows());
                    shader.set("uOutputGroups", Tiles.groups(layer.outputs()));
                    shader.set("uOutputColumns", to.across());
                    shader.set("uOrigin", -margin, -margin);
                    shader.set("uActivation", layer.activation().ordinal());
                    shader.set("uSlope", Activation.LEAKY_SLOPE);
                    // [-1, 1] as it is, or to [0, 1] for bytes.
                    shader.set("uScale", bytes ? 0.5f : 1, opaque ? 0 : bytes ? 0.5f : 1);
                    shader.set("uShift", bytes ? 0.5f : 0, opaque ? 1 : bytes ? 0.5f : 0);
                });
    }

    /** Finishes what {@link #lastToRead} made; the last one's textures are given up. */
    Finisher finisher(int colours) {
        if (finisher.isEmpty() || !finisher.get().fits(colours)) {
            finisher.ifPresent(Finisher::close);
            int last = spec.layers().size();
            Tiles picture = tiles.get(last);
            finisher =
                    Optional.of(
                            new Finisher(
                                    device,
                                    layers.get(last),
                                    picture.columns(),
                                    picture.rows(),
                                    colours));
        }
        return finisher.get();
    }

    /** Begins to fetch what {@link #lastToRead} made, of as many pictures as there is room for. */
    ReadBack read(float[] room) {
        int last = spec.layers().size();
        Tiles picture = tiles.get(last);
        return new ReadBack(device, layers.get(last), picture.columns(), picture.rows(), room);
    }

    long bytes() {
        return layers.stream().mapToLong(Layers::bytes).sum()
                + otherInput.bytes()
                + finisher.map(Finisher::bytes).orElse(0L);
    }

    @Override
    public void close() {
        layers.forEach(Layers::close);
        otherInput.close();
        finisher.ifPresent(Finisher::close);
        finisher = Optional.empty();
    }
}
