package latentwilds.training.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.model.ModelFile;
import latentwilds.model.RandomWeights;
import latentwilds.model.SafeTensors;
import latentwilds.training.Fixtures;
import latentwilds.training.dataset.Dataset;
import latentwilds.training.dataset.DatasetManifest.Split;
import latentwilds.training.metric.EvaluationOptions;
import latentwilds.training.metric.QuickKid;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Ground: crops, figures per biome, seams; and the score that a training watches. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvaluateGroundTest {
    private static final int IMAGES = 40;
    private static final GeneratorWeights GROUND =
            RandomWeights.of(
                    new GeneratorSpec(
                            "ground",
                            4,
                            new Condition(
                                    List.of(
                                            new Condition.Group(
                                                    "biome", List.of("ice", "sand"), 3))),
                            List.of(
                                    new Layer.UpConv(4, 6, Activation.RELU, true),
                                    new Layer.UpConv(6, 3, Activation.TANH, true)),
                            3,
                            ""),
                    1);

    private Path dataset;
    private Path model;

    @BeforeAll
    void prepare(@TempDir Path folder) throws IOException {
        Path images = folder.resolve("textures");
        for (int i = 0; i < IMAGES; i++) {
            String biome = i % 2 == 0 ? "ice" : "sand";
            Fixtures.write(images.resolve(biome).resolve(i + ".png"), Fixtures.image(32, 32, i));
        }
        dataset = folder.resolve("ground");
        List<Object> prepare = new ArrayList<>(List.of("prepare", "--from", images));
        prepare.addAll(List.of("--out", dataset, "--size", 32, "--channels", 3));
        prepare.addAll(List.of("--groups", "biome", "--held-out", 0.5));
        Shell.done(prepare.toArray());
        model = folder.resolve(ModelFile.NAME);
        ModelFile.write(model, GROUND, SafeTensors.Type.F32);
    }

    @Test
    void groundGetsFiguresPerBiomeAndSeams() throws IOException {
        List<Object> args = new ArrayList<>(List.of("evaluate", "--json", "--data", dataset));
        args.addAll(List.of("--model", model, "--samples", 24, "--crop", 16));

        String said = Shell.done(args.toArray());

        String last = said.strip().lines().reduce((a, b) -> b).orElseThrow();
        JsonNode found = JsonMapper.builder().build().readTree(last);
        assertThat(found.get("reals").asInt()).isEqualTo(24);
        assertThat(found.get("values").get("kidMixed5x1000.biome.ice").isNumber()).isTrue();
        assertThat(found.get("floors").get("kidMixed5x1000.biome.sand").isNumber()).isTrue();
        double cells = found.get("values").get("seamRatioCells").asDouble();
        assertThat(found.get("values").get("seamRatioChunks").asDouble())
                .isCloseTo(cells, within(0.1 * cells));
        assertThat(found.get("values").get("autocorrelationPeak").asDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void aTrainingCanAskForTheScoreOfASnapshot() {
        EvaluationOptions options = new EvaluationOptions(12, Split.HELD_OUT, true, 16, 3, 1);
        try (QuickKid kid = new QuickKid(Dataset.open(dataset), true, options, line -> {})) {
            QuickKid.Score score = kid.measure(GROUND);

            assertThat(kid.measure(GROUND)).isEqualTo(score);
            assertThat(score.kid()).isGreaterThan(3 * score.kidError());
            assertThat(score.coverage()).isBetween(0.0, 1.0);
            assertThat(score.samples()).isEqualTo(12);
        }
    }
}
