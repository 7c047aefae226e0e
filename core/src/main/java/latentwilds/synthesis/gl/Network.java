package latentwilds.synthesis.gl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;

/**
 * One model's weights on the GPU, and the plan for the grid size used last. The owner closes it.
 */
final class Network implements AutoCloseable {
    private final Device device;
    private final GeneratorSpec spec;
    private final List<WeightTexture> weights = new ArrayList<>();
    private Optional<Plan> plan = Optional.empty();

    Network(Device device, GeneratorSpec spec) {
        this.device = device;
        this.spec = spec;
    }

    Device device() {
        return device;
    }

    GeneratorSpec spec() {
        return spec;
    }

    /** Uploads the next layer's weights and compiles its programs; false after the last. */
    boolean load(GeneratorWeights model) {
        int i = weights.size();
        weights.add(
                new WeightTexture(
                        device.gl(),
                        device.storage(),
                        device.maxSide(),
                        spec.layers().get(i),
                        spec.condition().codeSize(),
                        model.weight(i),
                        model.bias(i)));
        for (int lanes : new int[] {1, Layers.MOST}) {
            device.shader(Op.of(spec.layers().get(i)), lanes);
            if (i > 0 && spec.layers().get(i).inject() && spec.condition().codeSize() > 0) {
                device.shader(Op.ENLARGE, lanes);
            }
        }
        return weights.size() < spec.layers().size();
    }

    /** Compiles the next program that finishes pictures with alpha; false if there is none. */
    boolean loadFinisher() {
        return spec.channels() == 4 && Op.finishing().stream().anyMatch(op -> device.compile(op));
    }

    /** Textures for grids of a size; the last size's are given up. */
    Plan plan(int rows, int columns) {
        if (plan.isEmpty() || !plan.get().fits(rows, columns)) {
            plan.ifPresent(Plan::close);
            plan = Optional.empty();
            plan = Optional.of(new Plan(device, spec, weights, rows, columns));
        }
        return plan.get();
    }

    long bytes() {
        return weights.stream().mapToLong(WeightTexture::bytes).sum()
                + plan.map(Plan::bytes).orElse(0L);
    }

    @Override
    public void close() {
        weights.forEach(WeightTexture::close);
        weights.clear();
        plan.ifPresent(Plan::close);
        plan = Optional.empty();
    }
}
