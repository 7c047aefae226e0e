package latentwilds.training.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import latentwilds.latent.LatentGrid;
import latentwilds.latent.LatentId;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelCard;
import latentwilds.model.ModelFile;
import latentwilds.model.ModelPack;
import latentwilds.model.SafeTensors;
import latentwilds.seed.RandomStream;
import latentwilds.synthesis.reference.ReferenceGenerator;
import latentwilds.training.Fixtures;
import latentwilds.training.net.Convolutions;
import latentwilds.training.net.GeneratorNet;
import latentwilds.training.net.Initialisation;
import latentwilds.training.net.Labels;
import latentwilds.training.net.ParameterSet;
import latentwilds.training.net.TorchScript;
import latentwilds.training.net.Upsampling;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images to pictures, through every verb. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndToEndTest {
    private static final float LEVELS = 2f / 255 * 2;

    @TempDir private Path folder;
    private TinyModel trained;

    @BeforeAll
    void train(@TempDir Path shared) throws IOException {
        trained = TinyModel.make(shared);
    }

    @Test
    void aRunFolderHoldsAllThatMadeIt() throws IOException {
        assertThat(trained.run().getFileName()).hasToString("00000-tiny-16px-b4-seed0");
        assertThat(trained.run().toFile().list((folder, name) -> !name.startsWith("events.")))
                .containsExactlyInAnyOrder(
                        "report.html",
                        "plot-losses.png",
                        "plot-probabilities.png",
                        "training_options.json",
                        "run.json",
                        "kernels.json",
                        "run.lock",
                        "reals.png",
                        "fakes0000000000.png",
                        "fakes0000000004.png",
                        "fakes0000000008.png",
                        "stats.jsonl",
                        "checkpoint-0000000004.safetensors",
                        "checkpoint-0000000008.safetensors",
                        "snapshot-0000000004.safetensors",
                        "snapshot-0000000008.safetensors");
        assertThat(Files.readAllLines(trained.run().resolve("stats.jsonl")))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("{\"images\":4,");
    }

    @Test
    void aRunIsExportedUnderTheNameThatTheGameAsksFor() {
        Path models = folder.resolve("renamed");
        trained.export(models.resolve("beasts"), "--kind", "beasts", "--title", "Small beasts");

        // The pack refuses a model whose kind is not its folder's name.
        ModelPack pack = ModelPack.load(models, List.of("beasts"));
        assertThat(pack.model("beasts").card().kind()).isEqualTo("beasts");
        assertThat(pack.model("beasts").card().title()).isEqualTo("Small beasts");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theGameDrawsTheVeryPictureThatTrainingDrew(boolean half) {
        Path models = folder.resolve("models");
        trained.export(models.resolve("tiny"), half ? new Object[] {"--fp16"} : new Object[0]);

        GeneratorWeights weights = ModelPack.load(models, List.of("tiny")).model("tiny").weights();

        Map<String, String> newt = new TreeMap<>(Map.of("species", "newt"));
        try (ReferenceGenerator generator = new ReferenceGenerator(weights)) {
            for (long seed = 0; seed < 8; seed++) {
                LatentGrid latent = LatentId.of("tiny", seed, newt).grid(weights);
                float[] drawn = generator.synthesise(latent).values();
                float[] expected = drawnByTraining(weights.spec(), latent, 1);
                assertThat(contrast(drawn)).isGreaterThan(10 * LEVELS);
                assertThat(drawn).hasSameSizeAs(expected);
                for (int i = 0; i < drawn.length; i++) {
                    assertThat(drawn[i]).isCloseTo(expected[i], within(LEVELS));
                }
            }
        }
    }

    /** The averaged network of the last checkpoint, as it is in training: unfolded, on torch. */
    private float[] drawnByTraining(GeneratorSpec spec, LatentGrid latent, int label) {
        SafeTensors checkpoint =
                SafeTensors.read(trained.run().resolve("checkpoint-0000000008.safetensors"));
        try (NDManager manager = NDManager.newBaseManager("PyTorch");
                TorchScript script = new TorchScript(manager)) {
            GeneratorNet net =
                    new GeneratorNet(
                            manager,
                            new Convolutions(manager, script, false),
                            spec,
                            new GeneratorNet.Training(
                                    Upsampling.RESIZE, true, 0, Initialisation.NORMAL),
                            new RandomStream(9));
            load(net.parameters(), "ema.", checkpoint);
            load(net.statistics(), "standing.", checkpoint);
            NDArray noise = manager.create(latent.noise(), new Shape(1, spec.latentSize(), 1, 1));
            List<NDArray> labels = Labels.oneHot(manager, spec.condition(), new int[][] {{label}});
            return net.forward(noise, labels, false).toFloatArray();
        }
    }

    private static void load(ParameterSet parameters, String prefix, SafeTensors checkpoint) {
        Map<String, float[]> values = new TreeMap<>();
        for (String name : parameters.names()) {
            values.put(name, checkpoint.tensors().get(prefix + name).values());
        }
        parameters.load(values);
    }

    private static float contrast(float[] values) {
        float low = 1;
        float high = -1;
        for (float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return high - low;
    }

    @Test
    void halfPrecisionIsSmaller() throws IOException {
        Path whole = trained.export(folder.resolve("whole")).resolve(ModelFile.NAME);
        Path half = trained.export(folder.resolve("half"), "--fp16").resolve(ModelFile.NAME);

        assertThat(Files.size(half)).isLessThan(Files.size(whole) * 3 / 4);
    }

    @Test
    void theSeedIsThePictureAndNamesIt() throws IOException {
        Path model = trained.export(folder.resolve("model"));
        Path all = folder.resolve("all");
        Path one = folder.resolve("one");

        Shell.done("sample", "--model", model, "--seeds", "40-43", "--out-dir", all);
        Shell.done(
                "sample",
                "--model",
                model,
                "--seeds",
                "42-42",
                "--out-dir",
                one,
                "--out",
                folder.resolve("sheet.png"));

        assertThat(all.toFile().list())
                .containsExactlyInAnyOrder(
                        "seed0040.png", "seed0041.png", "seed0042.png", "seed0043.png");
        assertThat(one.toFile().list()).containsExactly("seed0042.png");
        assertThat(one.resolve("seed0042.png")).hasSameBinaryContentAs(all.resolve("seed0042.png"));
        assertThat(Files.readAllBytes(all.resolve("seed0041.png")))
                .isNotEqualTo(Files.readAllBytes(all.resolve("seed0043.png")));
        assertThat(ImageIO.read(one.resolve("seed0042.png").toFile()).getWidth()).isEqualTo(16);
        assertThat(ImageIO.read(folder.resolve("sheet.png").toFile()).getWidth()).isEqualTo(64);
    }

    @Test
    void anInterruptedRunGoesOnToTheSameEnd() throws IOException {
        Path run = Files.createDirectories(folder.resolve("runs/00000-interrupted"));
        for (String name : trained.run().toFile().list()) {
            if (!name.contains("0000000008")) {
                Files.copy(trained.run().resolve(name), run.resolve(name));
            }
        }

        assertThat(Shell.done("resume", run)).contains("Going on after 4 images");

        String last = "checkpoint-0000000008.safetensors";
        var resumed = SafeTensors.read(run.resolve(last)).tensors();
        SafeTensors.read(trained.run().resolve(last))
                .tensors()
                .forEach(
                        (name, tensor) ->
                                assertThat(resumed.get(name).values())
                                        .as(name)
                                        .isEqualTo(tensor.values()));
        assertThat(Shell.done("resume", run)).contains("Going on after 8 images", "Done.");
    }

    @Test
    void aSecondRunGetsItsOwnFolder() throws IOException {
        Path runs = folder.resolve("runs-twice");
        Object[] train = {
            "train", "--config", trained.config(), "--data", trained.dataset(), "--out", runs
        };
        Shell.done(train);
        Map<String, String> first = Fixtures.tree(TinyModel.only(runs));
        Shell.done(train);

        assertThat(runs.toFile().list())
                .containsExactlyInAnyOrder("00000-tiny-16px-b4-seed0", "00001-tiny-16px-b4-seed0");
        assertThat(Fixtures.tree(runs.resolve("00000-tiny-16px-b4-seed0"))).isEqualTo(first);
    }

    @Test
    void aModelSaysAllThatItsWeightsHaveSeen() throws IOException {
        Path first = folder.resolve("runs-earlier");
        Object[] train = {
            "train", "--config", trained.config(), "--data", trained.dataset(), "--out", first
        };
        Shell.done(train);
        Path second = folder.resolve("runs-later");
        train[train.length - 1] = second;
        Object[] further = java.util.Arrays.copyOf(train, train.length + 2);
        further[train.length] = "--init-from";
        further[train.length + 1] = TinyModel.only(first);
        Shell.done(further);

        assertThat(seen(TinyModel.only(second))).isEqualTo(2 * seen(TinyModel.only(first)));
    }

    private long seen(Path run) {
        Path model = folder.resolve("model-of-" + run.getParent().getFileName());
        Shell.done("export", "--run", run, "--out", model);
        return ModelCard.read(model.resolve(ModelCard.NAME)).imagesSeen();
    }

    @Test
    void groundIsMadeOfCells() throws IOException {
        Path images = folder.resolve("textures");
        for (int i = 0; i < 10; i++) {
            Fixtures.write(
                    images.resolve(i % 2 == 0 ? "grass" : "sand").resolve(i + ".png"),
                    Fixtures.image(32, 32, i));
        }
        Path textures = folder.resolve("textures-set");
        Shell.done(
                "prepare",
                "--from",
                images,
                "--out",
                textures,
                "--channels",
                3,
                "--groups",
                "biome");
        Path runs = folder.resolve("runs-ground");
        Shell.done(
                "train",
                "--config",
                trained.config(),
                "--data",
                textures,
                "--out",
                runs,
                "--set",
                "generator.spatial=true",
                "--set",
                "channels=3",
                "--set",
                "generator.codes={\"biome\": 4}",
                "--set",
                "discriminator.head=patch",
                "--set",
                "discriminator.diversity=false",
                "--set",
                "augment.translation=0",
                "--set",
                "augment.brightness={\"from\": 1, \"to\": 1}");
        Path model = folder.resolve("ground");
        Shell.done("export", "--run", TinyModel.only(runs), "--out", model);

        Path out = folder.resolve("ground-samples");
        Shell.done("sample", "--model", model, "--seeds", "3-3", "--cells", 5, "--out-dir", out);

        assertThat(ImageIO.read(out.resolve("seed0003.png").toFile()).getWidth()).isEqualTo(5 * 8);
    }
}
