package latentwilds.training.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import latentwilds.model.ModelCard;
import latentwilds.model.ModelFile;

/** What an export writes, and under which names. */
public enum ExportFormat {
    /** The game's model folder: weights and spec, card, samples. */
    SAFETENSORS,
    /**
     * Weights named as a PyTorch {@code nn.Sequential} names them, and a Python file to load it.
     */
    PYTORCH,
    /** A graph for ONNX Runtime and others. */
    ONNX;

    private static final String SHEET = "samples.png";

    /**
     * The files that are made.
     *
     * @param out a folder; or the file itself, where its name ends as the format's do
     * @return the model first
     * @throws IllegalArgumentException if the game's model folder is wanted as a file
     */
    public List<Path> files(Path out) {
        if (this == SAFETENSORS) {
            if (endsIn(out, ".safetensors")) {
                throw new IllegalArgumentException(
                        "--out %s: expected a folder for the model, its card and samples, found a file's name. Give a folder, or --format pytorch"
                                .formatted(out));
            }
            return List.of(
                    out.resolve(ModelFile.NAME), out.resolve(ModelCard.NAME), out.resolve(SHEET));
        }
        if (this == ONNX) {
            return List.of(endsIn(out, ".onnx") ? out : out.resolve("generator.onnx"));
        }
        Path weights = endsIn(out, ".safetensors") ? out : out.resolve("state_dict.safetensors");
        String name = weights.getFileName().toString();
        String stem = name.substring(0, name.length() - ".safetensors".length());
        return List.of(weights, weights.resolveSibling(stem + ".py"));
    }

    private static boolean endsIn(Path out, String ending) {
        Path name = out.getFileName();
        return name != null && name.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
