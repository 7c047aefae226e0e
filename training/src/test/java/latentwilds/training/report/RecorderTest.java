package latentwilds.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import latentwilds.training.Fixtures;
import latentwilds.training.run.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
    @TempDir private Path folder;

    @Test
    void whatWasMadeOfLostStepsIsTakenBack() throws IOException {
        RunFolder run = FakeRun.trained(folder);
        // As version 0.1 named them, by thousands.
        Fixtures.write(run.path().resolve("fakes000004.png"), new byte[1]);
        run.append("metric-kid.jsonl", "{\"images\":1000}");
        run.append("metric-kid.jsonl", "{\"images\":2000}");
        for (String images : new String[] {"0000001000", "0000002000"}) {
            for (String what : new String[] {"snapshot-", "checkpoint-"}) {
                Fixtures.write(run.path().resolve(what + images + ".safetensors"), new byte[1]);
            }
        }

        new Recorder(run, 2).rewind(1000);

        assertThat(run.path().toFile().list())
                .containsExactlyInAnyOrder(
                        "training_options.json",
                        "run.json",
                        "reals.png",
                        "stats.jsonl",
                        "metric-kid.jsonl",
                        "fakes0000001000.png",
                        "snapshot-0000001000.safetensors",
                        "checkpoint-0000001000.safetensors");
        assertThat(run.lines("stats.jsonl")).hasSize(1);
        assertThat(run.lines("metric-kid.jsonl")).containsExactly("{\"images\":1000}");
    }
}
