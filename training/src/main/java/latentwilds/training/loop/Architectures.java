package latentwilds.training.loop;

import static latentwilds.training.loop.Requirement.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.Layer;
import latentwilds.training.net.DiscriminatorSpec;

/** Options to layers. */
final class Architectures {
    private Architectures() {}

    static GeneratorSpec generator(
            TrainingOptions options, Map<String, List<String>> labels, String hash) {
        GeneratorOptions g = options.generator();
        Condition condition = condition(g, labels);
        List<Layer> layers =
                g.mlp().isEmpty()
                        ? convolutional(options, !condition.groups().isEmpty())
                        : perceptron(options, !condition.groups().isEmpty());
        return new GeneratorSpec(
                options.kind(),
                g.channels(),
                g.regionSize(),
                g.periods(),
                condition,
                layers,
                options.channels(),
                hash);
    }

    private static Condition condition(GeneratorOptions g, Map<String, List<String>> labels) {
        List<Condition.Group> groups = new ArrayList<>();
        g.codes()
                .forEach(
                        (group, codeSize) -> {
                            List<String> names = labels.get(group);
                            require(
                                    names != null,
                                    "generator.codes",
                                    "one of the data set's groups " + labels.keySet(),
                                    group);
                            groups.add(
                                    new Condition.Group(group, names, codeSize, g.accents(), null));
                        });
        return new Condition(groups);
    }

    private static List<Layer> convolutional(TrainingOptions options, boolean inject) {
        GeneratorOptions g = options.generator();
        List<Layer> layers = new ArrayList<>();
        int before = g.channels();
        for (int i = 0; i < g.widths().size(); i++) {
            int width = g.widths().get(i);
            boolean dense = i == 0 && !g.spatial();
            layers.add(
                    dense
                            ? new Layer.Dense(
                                    before, width, g.start(), g.start(), g.activation(), inject)
                            : new Layer.UpConv(before, width, g.activation(), inject));
            if (g.doubled()) {
                layers.add(new Layer.Conv3x3(width, width, g.activation(), inject));
            }
            before = width;
        }
        if (g.refine() == 0) {
            layers.add(new Layer.UpConv(before, options.channels(), Activation.TANH, inject));
        } else {
            layers.add(new Layer.UpConv(before, g.refine(), g.activation(), inject));
            layers.add(new Layer.Conv3x3(g.refine(), options.channels(), Activation.TANH, false));
        }
        return layers;
    }

    private static List<Layer> perceptron(TrainingOptions options, boolean inject) {
        GeneratorOptions g = options.generator();
        List<Layer> layers = new ArrayList<>();
        int before = g.latentSize();
        for (int width : g.mlp()) {
            layers.add(new Layer.Dense(before, width, 1, 1, g.activation(), inject));
            before = width;
        }
        int side = options.size();
        layers.add(
                new Layer.Dense(before, options.channels(), side, side, Activation.TANH, inject));
        return layers;
    }

    static DiscriminatorSpec discriminator(TrainingOptions options, int textures) {
        DiscriminatorOptions d = options.discriminator();
        return new DiscriminatorSpec(
                options.size(),
                options.channels(),
                d.mlp(),
                d.stem(),
                d.widths(),
                d.doubled(),
                d.head(),
                d.diversity(),
                options.loss().classifier() > 0,
                d.batchNorm(),
                d.spectralNorm(),
                d.dropout(),
                d.initialisation(),
                textures,
                d.frozen());
    }
}
