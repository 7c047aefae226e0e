package latentwilds.training.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import latentwilds.training.augment.Batches;
import latentwilds.training.augment.GroundBatches;
import latentwilds.training.augment.SpriteBatches;
import latentwilds.training.dataset.LabelledImages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every configuration that comes with the project. */
class ConfigsTest {
    private static final Path FOLDER = Path.of("configs");
    private static final int NARROW = 8;

    static List<Path> configs() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("configs")
    void itSaysOnlyWhatDiffersFromTheDefaults(Path config) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        JsonNode defaults = json.readTree(OptionsFile.toJson(TrainingOptions.DEFAULTS));

        assertThat(repeated(json.readTree(config.toFile()), defaults, "")).isEmpty();
    }

    private static List<String> repeated(JsonNode said, JsonNode defaults, String path) {
        List<String> repeated = new ArrayList<>();
        for (var entry : said.properties()) {
            JsonNode before = defaults.path(entry.getKey());
            String key = path + entry.getKey();
            if (before.isObject()) {
                repeated.addAll(repeated(entry.getValue(), before, key + "."));
            } else if (!key.equals("kind") && same(entry.getValue(), before)) {
                repeated.add(key);
            }
        }
        return repeated;
    }

    private static boolean same(JsonNode a, JsonNode b) {
        return a.isNumber() && b.isNumber() ? a.asDouble() == b.asDouble() : a.equals(b);
    }

    @ParameterizedTest
    @MethodSource("configs")
    void itResolvesAndTakesAStep(Path config) {
        TrainingOptions full = OptionsFile.read(config, List.of());
        TrainingOptions options = OptionsFile.read(config, narrow(full));
        Map<String, List<String>> groups = new TreeMap<>();
        options.generator().codes().keySet().forEach(g -> groups.put(g, List.of("one", "two")));

        assertThat(options.size()).isEqualTo(full.size());
        // The full networks are described without being made.
        assertThat(full.generatorSpec(groups, "0").width(full.size())).isPositive();
        try (Training training =
                new Training(
                        options, options.generatorSpec(groups, "0"), batches(options), List.of())) {
            Checkpoint before = training.checkpoint();
            for (int i = 0; i < options.optimiser().criticSteps(); i++) {
                assertThat(training.runStep().finite()).isTrue();
            }
            Checkpoint after = training.checkpoint();
            assertThat(after.arrays().get("d.head.weight"))
                    .isNotEqualTo(before.arrays().get("d.head.weight"));
            assertThat(after.arrays().get("g.layers.1.weight"))
                    .isNotEqualTo(before.arrays().get("g.layers.1.weight"));
            assertThat(after.arrays().values())
                    .allSatisfy(values -> assertThat(values).doesNotContain(Float.NaN));
        }
    }

    /** Four random pictures with a label in every group. */
    private static Batches batches(TrainingOptions options) {
        Random random = new Random(1);
        int channels = options.channels();
        int size = options.size();
        List<byte[]> images = new ArrayList<>();
        int[][] labels = new int[4][];
        for (int i = 0; i < labels.length; i++) {
            byte[] image = new byte[size * size * channels];
            random.nextBytes(image);
            images.add(image);
            labels[i] = new int[options.generator().codes().size()];
            Arrays.fill(labels[i], i % 2);
        }
        LabelledImages source = new LabelledImages(size, channels, images, labels);
        return options.generator().spatial()
                ? new GroundBatches(source, size)
                : new SpriteBatches(source, options.augment().mirror());
    }

    /** The same networks, a few channels wide. */
    private static List<String> narrow(TrainingOptions options) {
        return List.of(
                "batch=2",
                "generator.widths=" + narrow(options.generator().widths()),
                "generator.mlp=" + narrow(options.generator().mlp()),
                "discriminator.widths=" + narrow(options.discriminator().widths()),
                "discriminator.mlp=" + narrow(options.discriminator().mlp()),
                "discriminator.stem=" + Math.min(NARROW, options.discriminator().stem()));
    }

    private static List<Integer> narrow(List<Integer> widths) {
        return widths.stream().map(w -> NARROW).toList();
    }
}
