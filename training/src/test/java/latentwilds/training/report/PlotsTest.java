package latentwilds.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import latentwilds.training.run.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotsTest {
    @TempDir private Path folder;

    @Test
    void curvesAreDrawnAtEverySnapshot() throws IOException {
        RunFolder run = FakeRun.trained(folder);
        run.append("metric-m.jsonl", "{\"images\":1000,\"values\":{\"fid\":50,\"recall\":0.1}}");
        run.append("metric-m.jsonl", "{\"images\":2000,\"values\":{\"fid\":40,\"recall\":0.2}}");

        new PlotsListener(run, s -> {}).draw();

        for (String name : List.of("losses", "probabilities", "distances", "shares")) {
            BufferedImage plot = ImageIO.read(run.path().resolve("plot-" + name + ".png").toFile());
            assertThat(plot.getWidth()).isEqualTo(1200);
            assertThat(plot.getHeight()).isEqualTo(500);
        }
    }

    @Test
    void errorsAndFiguresOfSingleLabelsAreNoCurves() throws IOException {
        RunFolder run = FakeRun.make(folder);
        for (int images = 1000; images <= 2000; images += 1000) {
            run.append(
                    "metric-m.jsonl",
                    "{\"images\":%d,\"values\":{\"kidError\":1,\"kid.red\":5,\"pathLength\":9}}"
                            .formatted(images));
        }

        assertThat(Plots.of(History.of(run))).isEmpty();
    }

    @Test
    void aReportDrawsWhatWasMeasuredAfterTheTraining() throws IOException {
        RunFolder run = FakeRun.trained(folder);
        run.append("metric-m.jsonl", "{\"images\":1000,\"values\":{\"recall\":0.1}}");
        run.append("metric-m.jsonl", "{\"images\":2000,\"values\":{\"recall\":0.2}}");

        Report.write(List.of(run), folder.resolve("page.html"), s -> {});

        assertThat(run.path().resolve("plot-shares.png")).exists();
    }

    @Test
    void aReportIsWrittenEvenIfItsRunCannotBeWrittenTo() throws IOException {
        RunFolder run = FakeRun.trained(folder);
        Files.createDirectories(run.path().resolve("plot-losses.png.part/in the way"));
        List<String> said = new ArrayList<>();

        Report.write(List.of(run), folder.resolve("page.html"), said::add);

        assertThat(folder.resolve("page.html")).exists();
        assertThat(said).singleElement().asString().contains("plots cannot be written");
    }

    @Test
    void beforeTheSecondTickThereIsNothingToDraw() throws IOException {
        RunFolder run = FakeRun.make(folder);
        run.append("stats.jsonl", FakeRun.line(1000, 1, 1));

        assertThat(Plots.of(History.of(run))).isEmpty();
    }

    @Test
    void plotsThatCannotBeWrittenAreSaidOnce() throws IOException {
        RunFolder run = FakeRun.trained(folder);
        Files.createDirectories(run.path().resolve("plot-losses.png.part/in the way"));
        List<String> said = new ArrayList<>();
        PlotsListener listener = new PlotsListener(run, said::add);

        listener.draw();
        listener.draw();

        assertThat(said).hasSize(1);
        assertThat(said.get(0)).startsWith("warning: ").contains("plots cannot be written");
    }
}
