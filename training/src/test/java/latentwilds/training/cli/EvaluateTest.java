package latentwilds.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import latentwilds.model.ModelCard;
import latentwilds.training.Fixtures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code evaluate} from images to figures: a run, its export, and what is kept. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvaluateTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int IMAGES = 60;

    private TinyModel trained;
    private Path dataset;
    private Path model;

    @BeforeAll
    void train(@TempDir Path shared) throws IOException {
        trained = TinyModel.make(shared);
        model = trained.export(shared.resolve("model"));
        dataset = dataset(shared);
    }

    /** Sixty images of two species, 16 px, about half of them held out. */
    static Path dataset(Path folder) throws IOException {
        Path images = folder.resolve("sixty");
        for (int i = 0; i < IMAGES; i++) {
            String species = i % 2 == 0 ? "bat" : "newt";
            Fixtures.write(images.resolve(species).resolve(i + ".png"), Fixtures.image(16, 16, i));
        }
        Path out = folder.resolve("sixty-prepared");
        Object[] prepare = {"prepare", "--from", images, "--out", out, "--size", 16};
        Object[] more = {"--groups", "species", "--held-out", 0.5};
        Shell.done(Stream.of(prepare, more).flatMap(Stream::of).toArray());
        return out;
    }

    private JsonNode evaluate(Object... more) throws IOException {
        List<Object> args = new ArrayList<>(List.of("evaluate", "--json", "--data", dataset));
        args.addAll(List.of(more));
        String last = Shell.done(args.toArray()).strip().lines().reduce((a, b) -> b).orElseThrow();
        return JSON.readTree(last);
    }

    @Test
    void aModelGetsFiguresFloorsAndACard() throws IOException {
        ModelCard before = ModelCard.read(model.resolve(ModelCard.NAME));

        JsonNode found = evaluate("--model", model, "--samples", 12, "--write-card");

        assertThat(found.get("samples").asInt()).isEqualTo(12);
        JsonNode values = found.get("values");
        for (String name : List.of("fidMixed5", "kidMixed5x1000", "kidMixed5x1000Error")) {
            assertThat(values.get(name).isNumber()).as(name).isTrue();
        }
        for (String name :
                List.of(
                        "precision",
                        "recall",
                        "coverage",
                        "nearestNeighbourAccuracy",
                        "closeToTrainingShare",
                        "classifierAccuracy.species",
                        "labelAgreement.species")) {
            assertThat(values.get(name).asDouble()).as(name).isBetween(0.0, 1.0);
        }
        assertThat(values.get("inceptionScore.species").asDouble()).isBetween(1.0, 2.0);
        assertThat(values.get("pathLength").asDouble()).isPositive();
        assertThat(found.get("floors").get("kidMixed5x1000").asDouble())
                .isLessThan(values.get("kidMixed5x1000").asDouble());
        ModelCard after = ModelCard.read(model.resolve(ModelCard.NAME));
        assertThat(after.metrics())
                .containsKeys("kidMixed5x1000", "kidMixed5x1000.floor", "copyingCt", "samples");
        assertThat(after.goldenHash()).isEqualTo(before.goldenHash());
        assertThat(after.title()).isEqualTo(before.title());
        assertThat(model.toFile().list()).hasSize(3);
    }

    @Test
    void everySnapshotOfARunGetsALine() throws IOException {
        Object[] args = {
            "--run", trained.run(), "--all", "--quick", "--samples", 10, "--threads", 1
        };
        JsonNode found = evaluate(args);

        assertThat(found.get("snapshots").findValuesAsText("images")).containsExactly("4", "8");
        List<String> lines = Files.readAllLines(trained.run().resolve("metric-quick.jsonl"));
        assertThat(lines).hasSize(2);
        JsonNode last = JSON.readTree(lines.get(1));
        assertThat(last.get("images").asLong()).isEqualTo(8);
        assertThat(last.get("snapshot").asText()).isEqualTo("snapshot-0000000008.safetensors");
        assertThat(last.get("values").get("coverage").isNumber()).isTrue();
        assertThat(last.get("values").has("pathLength")).isFalse();
        assertThat(last.get("floors").get("coverage").isNumber()).isTrue();
    }

    @Test
    void theSameFiguresComeAgainAlsoFromADamagedCache() throws IOException {
        Object[] args = {"--model", model, "--quick", "--samples", 11};
        JsonNode first = evaluate(args);
        Path cache = dataset.resolve("features");
        Object[] plain = {"evaluate", "--data", dataset, "--model", model};
        Object[] quick = {"--quick", "--samples", 11};

        Shell.Result cached = Shell.run(Stream.of(plain, quick).flatMap(Stream::of).toArray());
        assertThat(cached.err()).doesNotContain("real images");
        try (Stream<Path> files = Files.list(cache)) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        }
        Shell.Result again = Shell.run(Stream.of(plain, quick).flatMap(Stream::of).toArray());

        assertThat(again.err()).contains("Computing the features anew");
        assertThat(again.out()).isEqualTo(cached.out());
        assertThat(evaluate(args)).isEqualTo(first);
    }

    @Test
    void trainingImagesCanStandForReality() throws IOException {
        JsonNode found = evaluate("--model", model, "--split", "train", "--samples", 10);

        assertThat(found.get("split").asText()).isEqualTo("TRAIN");
        assertThat(found.get("values").has("copyingCt")).isFalse();
    }
}
