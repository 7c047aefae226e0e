package latentwilds.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import latentwilds.latent.Latents;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.seed.RandomStream;

/**
 * Another program that runs a DCGAN generator of 64 pixels and 64 feature maps and prints {@code
 * infer b N X ms/img} for some batches, and the same network for our backends.
 */
final class Peer {
    /** The network's name among the kinds. */
    static final String KIND = "dcgan-64";

    private static final Pattern LINE =
            Pattern.compile("infer b (\\d+) ([0-9]+(?:\\.[0-9]+)?) ms/img");
    private static final int LATENT = 100;
    private static final int MAPS = 64;

    /** About what keeps the picture from being all black or white. */
    private static final float SPREAD = 0.03f;

    private Peer() {}

    /** The network: random weights, 105 million multiply-adds a picture. */
    static GeneratorWeights network() {
        GeneratorSpec spec =
                new GeneratorSpec(
                        KIND,
                        LATENT,
                        new Condition(List.of()),
                        List.of(
                                new Layer.Dense(LATENT, 8 * MAPS, 4, 4, Activation.RELU, false),
                                new Layer.UpConv(8 * MAPS, 4 * MAPS, Activation.RELU, false),
                                new Layer.UpConv(4 * MAPS, 2 * MAPS, Activation.RELU, false),
                                new Layer.UpConv(2 * MAPS, MAPS, Activation.RELU, false),
                                new Layer.UpConv(MAPS, 3, Activation.TANH, false)),
                        3,
                        "");
        RandomStream random = new RandomStream(1);
        Map<String, float[]> tensors = new LinkedHashMap<>();
        new TreeMap<>(GeneratorWeights.expectedShapes(spec))
                .forEach((name, shape) -> tensors.put(name, random(shape, random)));
        return new GeneratorWeights(spec, tensors);
    }

    private static float[] random(int[] shape, RandomStream random) {
        int size = 1;
        for (int side : shape) {
            size *= side;
        }
        float[] values = Latents.gaussian(random, size);
        for (int i = 0; i < size; i++) {
            values[i] *= SPREAD;
        }
        return values;
    }

    /**
     * Runs the program to its end.
     *
     * @param command words separated by spaces
     * @return batch to milliseconds per picture
     * @throws IOException if it cannot be started, fails, or prints no such line; one line
     */
    static Map<String, Double> run(String command) throws IOException {
        Process process =
                new ProcessBuilder(command.strip().split("\\s+")).redirectErrorStream(true).start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = process.inputReader()) {
            reader.lines().forEach(lines::add);
            int code = process.waitFor();
            Map<String, Double> figures = parse(lines);
            if (code != 0 || figures.isEmpty()) {
                throw new IOException(
                        "--peer %s: expected lines like 'infer b 16 3.20 ms/img', found exit code %d and '%s'"
                                .formatted(
                                        command,
                                        code,
                                        lines.isEmpty() ? "" : lines.get(lines.size() - 1)));
            }
            return figures;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("--peer " + command + ": interrupted", e);
        } finally {
            process.destroy();
        }
    }

    static Map<String, Double> parse(List<String> lines) {
        return lines.stream()
                .map(LINE::matcher)
                .filter(Matcher::find)
                .collect(
                        Collectors.toMap(
                                line -> line.group(1),
                                line -> Double.parseDouble(line.group(2)),
                                (first, second) -> second,
                                LinkedHashMap::new));
    }

    /**
     * One backend's time against another's, where both have a batch.
     *
     * @return batch to ratio, by the clock
     */
    static Map<String, Double> ratios(Map<String, Double> of, Map<String, Double> to) {
        Map<String, Double> ratios = new LinkedHashMap<>();
        of.forEach(
                (batch, millis) -> {
                    if (to.containsKey(batch)) {
                        ratios.put(batch, millis / to.get(batch));
                    }
                });
        return ratios;
    }
}
