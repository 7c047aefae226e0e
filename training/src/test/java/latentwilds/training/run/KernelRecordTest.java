package latentwilds.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import latentwilds.training.loop.TrainingOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelRecordTest {
    @TempDir private Path folder;

    @Test
    void aResumeOnOtherKernelsIsToldWhichDiffer() throws IOException {
        RunFolder run =
                RunFolder.create(
                        folder,
                        TrainingOptions.DEFAULTS,
                        new RunFolder.Origin("", Map.of(), Seen.NOTHING));
        var started = new TreeMap<>(Map.of("SAME 3 to 32", "ONEDNN", "HALVE 32 to 64", "ONEDNN"));
        var other = new TreeMap<>(Map.of("SAME 3 to 32", "IM2COL", "HALVE 32 to 64", "ONEDNN"));

        assertThat(KernelRecord.keep(run, started)).isEmpty();
        assertThat(run.path().resolve("kernels.json"))
                .hasContent("{\"HALVE 32 to 64\":\"ONEDNN\",\"SAME 3 to 32\":\"ONEDNN\"}");
        assertThat(KernelRecord.keep(run, started)).isEmpty();
        assertThat(KernelRecord.keep(run, other).orElseThrow())
                .endsWith("bit for bit: SAME 3 to 32 ran on ONEDNN, now on IM2COL")
                .hasLineCount(1);
        assertThat(KernelRecord.summary(other))
                .isEqualTo("Kernels of the kinds of layers: 1 on IM2COL, 1 on ONEDNN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"SAME 3 | Unexpected end-of-input in field name",
                "null | null",
                "{\"a\": null} | null",
                "[1] | Cannot deserialize value of type"
            })
    void aDamagedRecordIsNamedWithTheWayOut(String content, String found) throws IOException {
        RunFolder run =
                RunFolder.create(
                        folder,
                        TrainingOptions.DEFAULTS,
                        new RunFolder.Origin("", Map.of(), Seen.NOTHING));
        Path file = Files.writeString(run.path().resolve("kernels.json"), content);

        assertThatThrownBy(() -> KernelRecord.keep(run, new TreeMap<>(Map.of("a", "ONEDNN"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + ": expected layers and the kernels")
                .hasMessageContaining("found: " + found)
                .hasMessageEndingWith("Delete it and resume again: it is written anew");
        assertThat(file).hasContent(content);
    }
}
