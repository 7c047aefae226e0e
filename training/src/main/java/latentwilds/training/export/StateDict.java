package latentwilds.training.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.model.SafeTensors;
import latentwilds.model.WholeFile;

/**
 * A generator as a PyTorch user expects it: the {@code state_dict} of an {@code nn.Sequential} of
 * layer, activation, layer, activation ... Layer {@code i} is module {@code 2i}: {@code
 * nn.ConvTranspose2d(inputs, outputs, (height, width))} for a dense layer, on a 1 x 1 input; {@code
 * nn.ConvTranspose2d(inputs, outputs, 4, 2, 1)} for an up-sampling one; {@code nn.Conv2d(inputs,
 * outputs, 3, 1, 1)}. The codes of label group {@code g} are {@code codes.g.weight}, an {@code
 * nn.Embedding}; their accents, if they have them, {@code accents.g}, and their places {@code
 * places_g}.
 */
final class StateDict {
    private static final String LOADER = "load_generator.py";

    private StateDict() {}

    /** Weights with their names and shapes in PyTorch. */
    static Map<String, SafeTensors.Tensor> tensors(GeneratorWeights weights) {
        GeneratorSpec spec = weights.spec();
        int codeSize = spec.condition().codeSize();
        Map<String, SafeTensors.Tensor> tensors = new LinkedHashMap<>();
        for (int i = 0; i < spec.layers().size(); i++) {
            Layer layer = spec.layers().get(i);
            // The model file's layouts are PyTorch's own, so no number moves.
            tensors.put(
                    2 * i + ".weight",
                    new SafeTensors.Tensor(layer.weightShape(codeSize), weights.weight(i)));
            tensors.put(
                    2 * i + ".bias",
                    new SafeTensors.Tensor(new int[] {layer.outputs()}, weights.bias(i)));
        }
        List<Condition.Group> groups = spec.condition().groups();
        for (int g = 0; g < groups.size(); g++) {
            Condition.Group group = groups.get(g);
            tensors.put(
                    "codes.%d.weight".formatted(g),
                    new SafeTensors.Tensor(
                            new int[] {group.labels().size(), group.codeSize()},
                            weights.tensors().get(GeneratorWeights.codesName(group.name()))));
            if (group.accents()) {
                tensors.put(
                        "accents.%d".formatted(g),
                        new SafeTensors.Tensor(
                                GeneratorWeights.accentsShape(spec, group),
                                weights.tensors().get(GeneratorWeights.accentsName(group.name()))));
            }
            if (group.places() != null) {
                tensors.put(
                        "places_%d".formatted(g),
                        new SafeTensors.Tensor(
                                new int[] {group.places().count(), spec.regionSize()},
                                weights.tensors().get(GeneratorWeights.placesName(group.name()))));
            }
        }
        return tensors;
    }

    /** Writes the weights, and the Python file that rebuilds the module from their metadata. */
    static void write(Exportable model, Path file, Path loader) throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>(About.all(model));
        metadata.put("format", "pt");
        new SafeTensors(tensors(model.weights()), metadata).write(file, model.type());
        try (InputStream text = StateDict.class.getResourceAsStream(LOADER)) {
            WholeFile.write(loader, text.readAllBytes());
        }
    }
}
