package latentwilds.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells from a latent alone whether its picture will be one of the worst: a dense network with one
 * hidden layer (ReLU) that was trained on how far pictures are from real ones. Plain double
 * arithmetic in a fixed order, so that every machine and backend refuses the same latents; nothing
 * has to be drawn for it. Read-only by agreement: the arrays are shared.
 *
 * @param inputs length of noise and code together
 * @param hidden {@code [units][inputs + 1]}, the bias last
 * @param output {@code [units + 1]}, the bias last
 * @param limit largest score that passes
 * @param refuses share of all latents that do not, as measured when it was made
 */
public record Gate(int inputs, float[] hidden, float[] output, double limit, double refuses) {
    /** The file's name inside a model folder. */
    public static final String NAME = "gate.safetensors";

    private static final String FORMAT = "latent-wilds-gate";
    private static final String HIDDEN = "hidden";
    private static final String OUTPUT = "output";

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException naming what was expected and found
     */
    public Gate {
        int units = output.length - 1;
        if (inputs < 1 || units < 1 || hidden.length != units * (inputs + 1)) {
            throw new IllegalArgumentException(
                    "Gate: expected %d x %d hidden weights, found %d"
                            .formatted(units, inputs + 1, hidden.length));
        }
    }

    /**
     * How bad the picture is expected to be.
     *
     * @param noise the latent
     * @param code the condition's code, empty when unconditional
     * @return 0 for the usual picture; higher is worse
     * @throws IllegalArgumentException if the lengths are not the gate's
     */
    public double score(float[] noise, float[] code) {
        if (noise.length + code.length != inputs) {
            throw new IllegalArgumentException(
                    "Gate: expected %d numbers, found %d"
                            .formatted(inputs, noise.length + code.length));
        }
        int units = output.length - 1;
        double sum = output[units];
        for (int u = 0; u < units; u++) {
            int row = u * (inputs + 1);
            double unit = hidden[row + inputs];
            for (int i = 0; i < noise.length; i++) {
                unit += (double) hidden[row + i] * noise[i];
            }
            for (int i = 0; i < code.length; i++) {
                unit += (double) hidden[row + noise.length + i] * code[i];
            }
            sum += output[u] * Math.max(0, unit);
        }
        return sum;
    }

    /**
     * Whether a latent is let through.
     *
     * @param noise the latent
     * @param code the condition's code, empty when unconditional
     * @return true unless its picture is expected to be one of the worst
     */
    public boolean passes(float[] noise, float[] code) {
        return score(noise, code) <= limit;
    }

    /**
     * Reads a model's gate.
     *
     * @param folder of the model
     * @param spec of the model
     * @return nothing if it has none
     * @throws ModelException naming the file, what was expected and found
     */
    public static Optional<Gate> read(Path folder, GeneratorSpec spec) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        SafeTensors content = SafeTensors.read(file);
        try {
            if (!FORMAT.equals(content.metadata().get("format"))) {
                throw new IllegalArgumentException("metadata 'format' is not " + FORMAT);
            }
            int inputs = spec.latentSize() + spec.condition().codeSize();
            return Optional.of(
                    new Gate(
                            inputs,
                            tensor(content, HIDDEN),
                            tensor(content, OUTPUT),
                            number(content, "limit"),
                            number(content, "refuses")));
        } catch (IllegalArgumentException e) {
            throw new ModelException(
                    "%s: expected a gate for %s, found: %s. Make it again with ./train gate"
                            .formatted(file, spec.kind(), e.getMessage()),
                    e);
        }
    }

    private static double number(SafeTensors content, String name) {
        String text = content.metadata().get(name);
        try {
            return Double.parseDouble(String.valueOf(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "metadata '%s' is %s and no number".formatted(name, text), e);
        }
    }

    private static float[] tensor(SafeTensors content, String name) {
        SafeTensors.Tensor tensor = content.tensors().get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("no tensor '" + name + "'");
        }
        return tensor.values();
    }

    /**
     * Writes the gate atomically.
     *
     * @param folder of the model
     * @throws IOException if it cannot be written
     */
    public void write(Path folder) throws IOException {
        int units = output.length - 1;
        Map<String, SafeTensors.Tensor> tensors = new LinkedHashMap<>();
        tensors.put(HIDDEN, new SafeTensors.Tensor(new int[] {units, inputs + 1}, hidden));
        tensors.put(OUTPUT, new SafeTensors.Tensor(new int[] {units + 1}, output));
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", FORMAT);
        metadata.put("limit", Double.toString(limit));
        metadata.put("refuses", Double.toString(refuses));
        new SafeTensors(tensors, metadata).write(folder.resolve(NAME), SafeTensors.Type.F32);
    }
}
