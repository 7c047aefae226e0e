package latentwilds.training.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import latentwilds.model.GeneratorWeights;
import latentwilds.training.net.Upsampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransferTest {
    private static final Map<String, List<String>> LABELS = TinyTraining.LABELS;

    @Test
    void aRunWithTheSameOptionsTakesEverything() {
        TrainingOptions options = TinyTraining.with("discriminator.doubled=true");
        Checkpoint origin = trained(options);

        taken(
                TinyTraining.with("discriminator.doubled=true", "seed=9"),
                LABELS,
                Transfer.of(origin, LABELS),
                (left, now) -> {
                    assertThat(left).isEmpty();
                    for (String part : List.of("g.", "d.", "ema.")) {
                        assertThat(origin.part(part)).isNotEmpty();
                        origin.part(part)
                                .forEach(
                                        (name, values) ->
                                                assertThat(now.part(part).get(name))
                                                        .as(part + name)
                                                        .isEqualTo(values));
                    }
                    assertThat(now.part("adam.g.").values())
                            .allSatisfy(moment -> assertThat(moment).containsOnly(0));
                });
    }

    @Test
    void codesAreTakenByTheLabelsName() {
        Checkpoint origin = trained(TinyTraining.with("loss.classifier=0.5"));
        Map<String, List<String>> more = Map.of("biome", List.of("snow", "sand", "grass"));

        taken(
                TinyTraining.with("loss.classifier=0.5", "seed=9"),
                more,
                Transfer.of(origin, LABELS),
                (left, now) -> {
                    for (String name :
                            List.of(
                                    "g.condition.biome.codes",
                                    "d.projection.biome",
                                    "d.classifier.biome.weight")) {
                        float[] before = origin.arrays().get(name);
                        float[] after = now.arrays().get(name);
                        int row = before.length / 2;
                        assertThat(Arrays.copyOfRange(after, row, 2 * row))
                                .as("sand of " + name)
                                .isEqualTo(Arrays.copyOfRange(before, row, 2 * row));
                        assertThat(Arrays.copyOfRange(after, 2 * row, 3 * row))
                                .as("grass of " + name)
                                .isEqualTo(Arrays.copyOfRange(before, 0, row));
                        assertThat(Arrays.copyOfRange(after, 0, row))
                                .as("snow is new")
                                .isNotEqualTo(Arrays.copyOfRange(before, 0, row))
                                .doesNotContain(0);
                    }
                    assertThat(left)
                            .containsExactly(
                                    "g.condition.biome.codes: taken over in part, from [2, 4] to"
                                            + " [3, 4]",
                                    "d.projection.biome: taken over in part, from [2, 12] to"
                                            + " [3, 12]",
                                    "d.classifier.biome.weight: taken over in part, from [2, 12]"
                                            + " to [3, 12]",
                                    "d.classifier.biome.bias: taken over in part, from [2] to [3]");
                });
    }

    @Test
    void accentsAreTakenByTheLabelsName() {
        Checkpoint origin = trained(settled());
        Map<String, List<String>> swapped = Map.of("biome", List.of("sand", "grass"));

        taken(
                settled("seed=9"),
                swapped,
                Transfer.of(origin, LABELS),
                (left, now) -> {
                    float[] before = origin.arrays().get("g.condition.biome.accents");
                    float[] after = now.arrays().get("g.condition.biome.accents");
                    int row = before.length / 2;
                    assertThat(Arrays.copyOf(after, row))
                            .isEqualTo(Arrays.copyOfRange(before, row, 2 * row));
                    assertThat(Arrays.copyOfRange(after, row, 2 * row))
                            .isEqualTo(Arrays.copyOf(before, row));
                });
    }

    @Test
    void whatIsKnownOfTexturesIsTakenWholeOrNotAtAll() {
        Checkpoint origin = trained(settled());
        String table = "d.projection.textures";
        float[] known = origin.arrays().get(table);
        Map<String, float[]> arrays = new HashMap<>(origin.arrays());
        Map<String, int[]> shapes = new HashMap<>(origin.shapes());
        arrays.put(table, Arrays.copyOf(known, known.length * 9 / 10));
        shapes.put(table, new int[] {9, known.length / 10});

        taken(
                settled("seed=9"),
                LABELS,
                Transfer.of(origin, LABELS),
                (left, now) -> {
                    assertThat(known).isNotEqualTo(new float[known.length]);
                    assertThat(now.arrays().get(table)).isEqualTo(known);
                });
        taken(
                settled("seed=9"),
                LABELS,
                new Transfer(arrays, shapes, LABELS, false),
                (left, now) -> {
                    assertThat(left).containsExactly(table + ": expected [10, 12], found [9, 12]");
                    assertThat(now.arrays().get(table)).isEqualTo(new float[known.length]);
                });
    }

    /** Ground whose textures have places. */
    private static TrainingOptions settled(String... changes) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "generator.regionSize=3",
                                "generator.accents=true",
                                "generator.regionSpread=0.5",
                                "discriminator.textures=1"));
        all.addAll(List.of(changes));
        return TinyTraining.ground(all.toArray(String[]::new));
    }

    @Test
    void whereTheNumberOfChannelsDiffersTheOverlapIsTaken() {
        Checkpoint origin = trained(TinyTraining.with("discriminator.widths=[8,12]"));

        taken(
                TinyTraining.with("discriminator.widths=[10,12]", "seed=9"),
                LABELS,
                Transfer.of(origin, LABELS),
                (left, now) -> {
                    // [8][4][4][4] to [10][4][4][4]: the first eight outputs.
                    float[] before = origin.arrays().get("d.to8.weight");
                    float[] after = now.arrays().get("d.to8.weight");
                    assertThat(Arrays.copyOf(after, before.length)).isEqualTo(before);
                    // [12][8][4][4] to [12][10][4][4]: the first eight inputs of every output.
                    before = origin.arrays().get("d.to4.weight");
                    after = now.arrays().get("d.to4.weight");
                    for (int row = 0; row < 12; row++) {
                        assertThat(Arrays.copyOfRange(after, row * 160, row * 160 + 128))
                                .isEqualTo(Arrays.copyOfRange(before, row * 128, row * 128 + 128));
                    }
                    assertThat(left)
                            .contains(
                                    "d.to4.weight: taken over in part, from [12, 8, 4, 4] to [12,"
                                            + " 10, 4, 4]");
                });
    }

    /** What a generator makes stays the same when it is given more to read. */
    @ParameterizedTest
    @EnumSource(Upsampling.class)
    void newInputsAreIgnoredAtFirst(Upsampling upsampling) {
        String kernels = "generator.upsampling=" + upsampling.name().toLowerCase(Locale.ROOT);
        Checkpoint origin = trained(TinyTraining.ground(kernels));

        taken(
                TinyTraining.ground(kernels, "generator.periods=[4,8]", "seed=9"),
                LABELS,
                Transfer.of(origin, LABELS),
                (left, now) -> {
                    String name = "g.layers.0.weight";
                    assertThat(left).singleElement().asString().contains(name);
                    int[] shape = now.shapes().get(name);
                    boolean inputsFirst = upsampling == Upsampling.TRANSPOSED;
                    int outputs = shape[inputsFirst ? 1 : 0];
                    int inputs = shape[inputsFirst ? 0 : 1];
                    int taps = shape[2] * shape[3];
                    int drawn = TinyTraining.ground().generator().latentSize();
                    for (int out = 0; out < outputs; out++) {
                        for (int in = 0; in < inputs; in++) {
                            float[] grown =
                                    kernel(now, inputsFirst, out, outputs, in, inputs, taps);
                            int from = in < drawn ? in : in - 8;
                            if (in >= drawn && in < drawn + 8) {
                                assertThat(grown).containsOnly(0);
                            } else {
                                assertThat(grown)
                                        .isEqualTo(
                                                kernel(
                                                        origin,
                                                        inputsFirst,
                                                        out,
                                                        outputs,
                                                        from,
                                                        inputs - 8,
                                                        taps));
                            }
                        }
                    }
                });
    }

    private static float[] kernel(
            Checkpoint of,
            boolean inputsFirst,
            int out,
            int outputs,
            int in,
            int inputs,
            int taps) {
        int at = (inputsFirst ? in * outputs + out : out * inputs + in) * taps;
        return Arrays.copyOfRange(of.arrays().get("g.layers.0.weight"), at, at + taps);
    }

    @Test
    void atTheNextResolutionLayersOfTheSameSideFit() {
        Checkpoint origin =
                trained(TinyTraining.with("discriminator.stem=0", "discriminator.widths=[8,12]"));

        taken(
                TinyTraining.with(
                        "size=32",
                        "generator.widths=[12,8,6]",
                        "discriminator.stem=0",
                        "discriminator.widths=[4,8,12]",
                        "seed=9"),
                LABELS,
                Transfer.of(origin, LABELS),
                (left, now) -> {
                    for (String name :
                            List.of(
                                    "d.to4.weight",
                                    "d.to4.bias",
                                    "d.head.weight",
                                    "g.layers.0.weight",
                                    "g.layers.1.weight",
                                    "g.layers.1.gamma")) {
                        assertThat(now.arrays().get(name))
                                .as(name)
                                .isEqualTo(origin.arrays().get(name));
                    }
                    assertThat(left)
                            .contains("d.to16.weight: expected [4, 4, 4, 4], found none")
                            .contains("g.layers.3.weight: expected [10, 4, 4, 4], found none");
                });
    }

    @Test
    void aModelGivesItsGenerator() {
        TrainingOptions options = TinyTraining.with("generator.batchNorm=false");
        try (Training origin = TinyTraining.training(options)) {
            origin.runStep();
            origin.runStep();
            var weights = origin.weights(origin.checkpoint());

            taken(
                    TinyTraining.with("generator.batchNorm=false", "seed=9"),
                    LABELS,
                    Transfer.of(weights, Upsampling.TRANSPOSED),
                    (left, now) -> {
                        weights.tensors()
                                .forEach(
                                        (name, values) ->
                                                assertThat(now.part("g.").get(name))
                                                        .as(name)
                                                        .isEqualTo(values));
                        assertThat(left).isNotEmpty().allMatch(line -> line.startsWith("d."));
                    });
        }
    }

    /**
     * In a model batch norm is folded in: it is found again, so that training goes on from there.
     */
    @ParameterizedTest
    @EnumSource(Upsampling.class)
    void aModelWithBatchNormGoesOnMakingItsPictures(Upsampling upsampling) {
        String change = "generator.upsampling=" + upsampling.name().toLowerCase(Locale.ROOT);
        GeneratorWeights weights;
        try (Training origin = TinyTraining.training(TinyTraining.with(change))) {
            for (int i = 0; i < 12; i++) {
                origin.runStep();
            }
            weights = origin.weights(origin.checkpoint());
        }

        taken(
                TinyTraining.with(change, "seed=9"),
                LABELS,
                Transfer.of(weights, upsampling),
                (left, now, training) -> {
                    assertThat(left).isNotEmpty().allMatch(line -> line.startsWith("d."));
                    for (String part : List.of("g.", "ema.")) {
                        // Trained gammas are near 1, shifts of folded layers are not betas.
                        assertThat(now.part(part).get("layers.0.gamma")).doesNotContain(1f, 0f);
                    }
                    GeneratorWeights again = training.weights(now);
                    weights.tensors()
                            .forEach(
                                    (name, values) ->
                                            assertThat(distance(again.tensors().get(name), values))
                                                    .as(name)
                                                    .isLessThan(0.02));
                });
    }

    @Test
    void kernelsThatNoThreeByThreeOnesMakeAreLeftOut() {
        GeneratorWeights weights;
        try (Training origin = TinyTraining.training(TinyTraining.sprites(Upsampling.TRANSPOSED))) {
            weights = origin.weights(origin.checkpoint());
        }

        taken(
                TinyTraining.sprites(Upsampling.RESIZE),
                LABELS,
                Transfer.of(weights, Upsampling.RESIZE),
                (left, now) ->
                        assertThat(left)
                                .contains(
                                        "g.layers.1.weight: expected [8, 16, 3, 3], found [16, 8,"
                                                + " 4, 4]"));
    }

    /** Length of the difference as a share of the length wanted. */
    private static double distance(float[] made, float[] wanted) {
        double error = 0;
        double all = 0;
        for (int i = 0; i < wanted.length; i++) {
            error += Math.pow(made[i] - wanted[i], 2);
            all += Math.pow(wanted[i], 2);
        }
        return Math.sqrt(error / Math.max(all, 1e-12));
    }

    private interface Check {
        void accept(List<String> left, Checkpoint now, Training training);
    }

    private static void taken(
            TrainingOptions options,
            Map<String, List<String>> labels,
            Transfer transfer,
            BiConsumer<List<String>, Checkpoint> check) {
        taken(options, labels, transfer, (left, now, training) -> check.accept(left, now));
    }

    private static void taken(
            TrainingOptions options,
            Map<String, List<String>> labels,
            Transfer transfer,
            Check check) {
        try (Training training =
                new Training(
                        options,
                        options.generatorSpec(labels, "0"),
                        TinyTraining.batches(options),
                        List.of())) {
            check.accept(training.adopt(transfer), training.checkpoint(), training);
            assertThat(training.runStep().finite()).isTrue();
        }
    }

    private static Checkpoint trained(TrainingOptions options) {
        try (Training training = TinyTraining.training(options)) {
            training.runStep();
            training.runStep();
            return training.checkpoint();
        }
    }
}
