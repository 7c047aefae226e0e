package latentwilds.training.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import latentwilds.model.Gate;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelCard;
import latentwilds.model.ModelFile;
import latentwilds.training.report.Directions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code gate} and {@code directions}, from a run's export to the model's folder. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GateAndDirectionsTest {
    @TempDir private Path folder;
    private TinyModel trained;
    private Path dataset;

    @BeforeAll
    void train(@TempDir Path shared) throws IOException {
        trained = TinyModel.make(shared);
        dataset = EvaluateTest.dataset(shared);
    }

    @Test
    void aGateIsWrittenBesideTheModelAndGoesWithIt() throws IOException {
        Path model = trained.export(folder.resolve("gated"));
        Object[] gate = {
            "gate", "--model", model, "--data", dataset, "--samples", 20, "--refuse", 0.25
        };

        assertThat(Shell.done(gate)).contains("correlation", "refuses 25 % of latents");
        GeneratorWeights weights = ModelFile.read(model.resolve(ModelFile.NAME));
        assertThat(Gate.read(model, weights.spec()).orElseThrow().refuses()).isEqualTo(0.25);
        assertThat(Shell.refused(folder, gate)).contains(Gate.NAME);

        byte[] bytes = Files.readAllBytes(model.resolve(Gate.NAME));
        Shell.done("export", "--model", model, "--out", model, "--title", "Mine", "--replace");
        assertThat(model.resolve(Gate.NAME)).hasBinaryContent(bytes);
        Shell.done("export", "--run", trained.run(), "--out", model, "--replace");
        assertThat(model.resolve(Gate.NAME)).doesNotExist();
    }

    @Test
    void directionsAreLearnedFromPicturesAndFromLabels() throws IOException {
        Path model = trained.export(folder.resolve("learned"));
        Path card = model.resolve(ModelCard.NAME);
        Object[] learn = {"directions", "--model", model, "--samples", 90, "--learn"};

        Shell.done(with(learn, "old=light"));
        String said =
                Shell.done(
                        with(
                                learn,
                                "size=bulk",
                                "--learn",
                                "batty=bat",
                                "--data",
                                dataset,
                                "--forget",
                                "old"));

        assertThat(said).contains("size", "correlation", "labels told in");
        Map<String, ModelCard.Direction> directions = ModelCard.read(card).directions();
        assertThat(directions).containsOnlyKeys("size", "batty");
        assertThat(directions.get("size").vector().stream().mapToDouble(v -> v * v).sum())
                .isCloseTo(1, within(1e-5));
        assertThat(Shell.refused(folder, with(learn, "size=cows"))).contains("bulk", "cows");
    }

    private static Object[] with(Object[] some, Object... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray();
    }

    @Test
    void directionsAreDrawnAndNamed() throws IOException {
        Path model = trained.export(folder.resolve("named"));
        Path sheet = folder.resolve("ways.png");

        Shell.done(
                "directions",
                "--model",
                model,
                "--count",
                3,
                "--pictures",
                2,
                "--out",
                sheet,
                "--name",
                "size=1:-2:1.5");

        BufferedImage image = ImageIO.read(sheet.toFile());
        assertThat(image.getWidth()).isEqualTo(2 * 7 * 64);
        assertThat(image.getHeight()).isEqualTo(3 * 64);
        ModelCard.Direction size =
                ModelCard.read(model.resolve(ModelCard.NAME)).directions().get("size");
        GeneratorWeights weights = ModelFile.read(model.resolve(ModelFile.NAME));
        assertThat(size.vector()).isEqualTo(Directions.of(weights, 2).get(1).vector());
        assertThat(List.of(size.from(), size.to())).containsExactly(-2.0, 1.5);
    }

    @Test
    void whatIsWrongIsNamed() throws IOException {
        Path model = trained.export(folder.resolve("plain"));

        assertThat(
                        Shell.refused(
                                folder,
                                "gate",
                                "--model",
                                model,
                                "--data",
                                dataset,
                                "--refuse",
                                1.5))
                .contains("--refuse: expected a share between 0 and 1, found 1.5");
        assertThat(Shell.refused(folder, "directions", "--model", model))
                .contains("expected --out, --name, --learn or --forget, found none");
        assertThat(Shell.refused(folder, "directions", "--model", model, "--name", "size=9"))
                .contains("--name size: expected a row below --count");
        assertThat(Files.list(model)).hasSize(3);
    }

    @Test
    void anExportKnowsTheColoursOfItsTrainingPictures() {
        Path model = trained.export(folder.resolve("coloured"));

        var palettes = ModelCard.read(model.resolve(ModelCard.NAME)).palettes();

        assertThat(palettes).containsOnlyKeys("bat", "newt");
        assertThat(palettes.get("bat"))
                .hasSizeBetween(2, 64)
                .allMatch(c -> c.matches("#[0-9a-f]{6}"));
    }
}
