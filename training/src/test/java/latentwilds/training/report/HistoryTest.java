package latentwilds.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import latentwilds.training.run.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    @TempDir private Path folder;

    @Test
    void aHalfWrittenLastLineIsPassedOver() throws IOException {
        RunFolder run = FakeRun.trained(folder);
        Files.writeString(
                run.path().resolve("stats.jsonl"),
                Files.readString(run.path().resolve("stats.jsonl")) + "{\"images\":40");

        assertThat(History.of(run).ticks()).hasSize(3);
        assertThat(History.of(run).images()).isEqualTo(3000);
    }

    @Test
    void whereARunWentBackOnlyTheLaterTicksCount() throws IOException {
        RunFolder run = FakeRun.make(folder);
        for (long images : new long[] {1000, 2000, 3000, 2000, 2500}) {
            run.append("stats.jsonl", FakeRun.line(images, images == 2000 ? 7 : 1, 0));
        }

        assertThat(History.of(run).ticks().stream().map(t -> t.path("images").asLong()))
                .containsExactly(1000L, 2000L, 2500L);
    }

    @Test
    void howFarARunIsFollowsFromItsFiles() throws IOException {
        RunFolder run = FakeRun.trained(folder);
        assertThat(History.of(run).state(true)).isEqualTo(History.State.RUNNING);
        assertThat(History.of(run).state(false)).isEqualTo(History.State.STOPPED);

        run.append("verdicts.jsonl", "{\"images\":2000,\"verdict\":\"not-a-number\"}");
        assertThat(History.of(run).state(false)).isEqualTo(History.State.STOPPED);
        run.append(
                "verdicts.jsonl",
                "{\"images\":3000,\"verdict\":\"not-a-number\",\"action\":\"went back\"}");
        assertThat(History.of(run).state(false)).isEqualTo(History.State.STOPPED);
        run.append(
                "verdicts.jsonl",
                "{\"images\":3000,\"verdict\":\"not-a-number\",\"action\":\"none\"}");
        assertThat(History.of(run).state(false)).isEqualTo(History.State.DIVERGED);

        run.append("stats.jsonl", FakeRun.line(400_000, 1, 0));
        assertThat(History.of(run).state(false)).isEqualTo(History.State.FINISHED);
    }

    @Test
    void gridsAreKnownByTheirImagesAlsoWhereThoseWereThousands() throws IOException {
        RunFolder run = FakeRun.make(folder);
        FakeRun.grid(run, 2048);
        Files.createFile(run.path().resolve("fakes000005.png"));
        Files.createFile(run.path().resolve("fakes_init.png"));

        assertThat(History.of(run).grids().keySet()).containsExactly(2048L, 5000L);
    }

    @Test
    void metricsAreReadWithTheirFloorsAndErrors() throws IOException {
        RunFolder run = FakeRun.make(folder);
        FakeRun.write(
                run,
                "metric-mixed5.jsonl",
                List.of(
                        "{\"images\":2000,\"samples\":500,\"values\":{\"kid\":9,\"kidError\":1},\"floors\":{\"kid\":2}}",
                        "{\"images\":1000,\"values\":{\"kid\":20,\"fid\":\"NaN\"}}",
                        "{\"images\":2000,\"values\":{\"kid\":8,\"kidError\":0.5},\"floors\":{\"kid\":2}}",
                        "{\"images\":30"));
        FakeRun.write(
                run, "metric-seam.jsonl", List.of("{\"images\":1000,\"value\":1.1,\"floor\":1}"));

        var metrics = History.of(run).metrics();

        assertThat(metrics).containsOnlyKeys("mixed5/kid", "seam");
        assertThat(metrics.get("mixed5/kid"))
                .containsExactly(
                        Map.entry(1000L, new Metrics.Value(20, Double.NaN, Double.NaN)),
                        Map.entry(2000L, new Metrics.Value(8, 2, 0.5)));
        assertThat(metrics.get("seam").get(1000L)).isEqualTo(new Metrics.Value(1.1, 1, Double.NaN));
    }

    @Test
    void anEmptyRunIsNoError() throws IOException {
        History history = History.of(FakeRun.make(folder));

        assertThat(history.images()).isZero();
        assertThat(history.seconds()).isZero();
        assertThat(history.state(false)).isEqualTo(History.State.STOPPED);
    }
}
