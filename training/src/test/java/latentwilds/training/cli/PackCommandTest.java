package latentwilds.training.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import latentwilds.model.ModelCard;
import latentwilds.model.SafeTensors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code pack}, and going on from what it wrote. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackCommandTest {
    @TempDir private Path folder;
    private TinyModel trained;

    @BeforeAll
    void train(@TempDir Path shared) throws IOException {
        trained = TinyModel.make(shared);
    }

    @Test
    void aRunThatGoesOnFromItBeginsWithItsNetworks() throws IOException {
        Path pack = folder.resolve("there").resolve("pack.safetensors");
        String said = Shell.done("pack", "--run", trained.run(), "--out", pack);
        assertThat(said).contains("8 images seen", "--init-from " + pack);
        Path runs = folder.resolve("runs");
        String went = Shell.done(further(runs, pack));

        assertThat(went).contains("taken over").doesNotContain("not as it was");
        Map<String, SafeTensors.Tensor> before =
                SafeTensors.read(trained.run().resolve("checkpoint-0000000008.safetensors"))
                        .tensors();
        Path run = TinyModel.only(runs);
        Map<String, SafeTensors.Tensor> now =
                SafeTensors.read(run.resolve("checkpoint-0000000004.safetensors")).tensors();
        before.forEach(
                (name, tensor) -> {
                    if (name.startsWith("d.") || name.startsWith("ema.")) {
                        same(now.get(name), tensor, name);
                    }
                    if (name.startsWith("ema.")) {
                        same(now.get(name.replaceFirst("ema", "g")), tensor, name);
                    }
                });
        Path model = folder.resolve("model");
        Shell.done("export", "--run", run, "--out", model);
        assertThat(ModelCard.read(model.resolve(ModelCard.NAME)).imagesSeen()).isEqualTo(12);
    }

    @Test
    void whatIsThereIsKept() throws IOException {
        Path pack = folder.resolve("mine.safetensors");
        Files.writeString(pack, "mine");

        assertThat(Shell.refused(folder, "pack", "--run", trained.run(), "--out", pack))
                .contains("expected nothing there", "--replace");
        Shell.done("pack", "--run", trained.run(), "--out", pack, "--replace");
    }

    @Test
    void aDamagedOneIsNamed() throws IOException {
        Path pack = folder.resolve("damaged.safetensors");
        Shell.done("pack", "--run", trained.run(), "--out", pack);
        byte[] bytes = Files.readAllBytes(pack);
        bytes[bytes.length - 1] ^= 1;
        Files.write(pack, bytes);

        assertThat(Shell.refused(folder, further(folder.resolve("none"), pack)))
                .contains(pack.toString(), "expected", "found");
    }

    private Object[] further(Path runs, Path pack) {
        return new Object[] {
            "train",
            "--config",
            trained.config(),
            "--data",
            trained.dataset(),
            "--out",
            runs,
            "--init-from",
            pack,
            "--set",
            "images=4",
            // One step that moves nothing, to see what it began with.
            "--set",
            "optimiser.rateG=1e-12",
            "--set",
            "optimiser.rateD=1e-12"
        };
    }

    private static void same(SafeTensors.Tensor now, SafeTensors.Tensor before, String name) {
        assertThat(now.shape()).as(name).isEqualTo(before.shape());
        for (int i = 0; i < before.values().length; i++) {
            float value = before.values()[i];
            assertThat(now.values()[i])
                    .as(name + " " + i)
                    .isCloseTo(value, within(Math.abs(value) * 1e-3f + 1e-6f));
        }
    }
}
