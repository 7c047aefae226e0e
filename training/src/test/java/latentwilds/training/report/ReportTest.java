package latentwilds.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import latentwilds.training.Fixtures;
import latentwilds.training.run.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir private Path folder;

    @Test
    void thePageNeedsNothingButItself() throws IOException {
        String page = page(FakeRun.trained(folder));

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("default-src 'none'")
                .contains("var uPlot=")
                .contains("Copyright (c)")
                .doesNotContain("<link rel=\"stylesheet", "<script src", "@import", "{{");
        assertThat(page.replaceAll("(?s)<script.*?</script>", "").split("src=\""))
                .filteredOn(part -> !part.startsWith("<!DOCTYPE"))
                .isNotEmpty()
                .allMatch(part -> part.startsWith("data:image/"));
    }

    @Test
    void theCurvesAreThoseOfTheLog() throws IOException {
        JsonNode data = data(page(FakeRun.trained(folder)));

        JsonNode loss = data.path("ticks").path(0);
        assertThat(loss.path("title").asText()).isEqualTo("loss");
        assertThat(loss.path("series").path(0).path("label").asText()).isEqualTo("D");
        assertThat(loss.path("series").path(0).path("x")).hasToString("[1000,2000,3000]");
        assertThat(loss.path("series").path(0).path("y")).hasToString("[1.5,2.5,3.5]");
        assertThat(data.path("slides").path(0)).hasSize(3);
        assertThat(data.path("slides").path(0).path(2).path("images").asLong()).isEqualTo(3000);
        assertThat(data.path("ticks").toString()).doesNotContain("penalty");
    }

    @Test
    void nothingThatARunSaysCanBreakOutOfThePage() throws IOException {
        RunFolder run = FakeRun.trained(folder);
        String evil = "</script><script>alert(1)</script>{{data}}$1\\";
        run.append(
                "verdicts.jsonl",
                JsonMapper.builder()
                        .build()
                        .createObjectNode()
                        .put("images", 2000)
                        .put("verdict", evil)
                        .put("words", evil)
                        .put("action", "rate halved")
                        .toString());
        run.append("metric-x.jsonl", "{\"images\":1000,\"values\":{\"</script><b>\":1}}");

        String page = page(run);

        assertThat(page.split("</script>", -1)).hasSize(4);
        assertThat(page)
                .doesNotContain("<script>alert", "</script><b>")
                .contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;{{data}}$1\\")
                .contains("after 2,000 images", "Done: rate halved");
        assertThat(data(page).path("verdicts")).hasToString("[[2000]]");
    }

    @Test
    void whatDiffersFromTheDefaultsIsMarkedAndNestedOptionsAreNamed() throws IOException {
        RunFolder run = FakeRun.trained(folder);
        Path options = run.path().resolve("training_options.json");
        Files.writeString(
                options,
                Files.readString(options)
                        .replaceFirst("\"batch\" : 32", "\"batch\" : 48")
                        .replaceFirst("\\{", "{ \"later\" : { \"inner\" : [1, 2] },"));

        String page = page(run);

        assertThat(page)
                .contains(
                        "<th scope=\"row\">batch</th><td class=\"differs\">48</td><td>32</td>",
                        "<th scope=\"row\">later.inner</th><td class=\"differs\">[1,"
                                + " 2]</td><td>–</td>",
                        "<th scope=\"row\">size</th><td>32</td><td>32</td>");
    }

    @Test
    void aDamagedPictureIsLeftOutAndSaid() throws IOException {
        RunFolder run = FakeRun.trained(folder);
        Fixtures.write(Grids.file(run, 2000), new byte[] {1, 2, 3});

        String page = page(run);

        assertThat(page).contains("unreadable: fakes0000002000.png");
        assertThat(data(page).path("slides").path(0)).hasSize(2);
    }

    @Test
    void aRunThatHasJustBegunHasAPageToo() throws IOException {
        assertThat(page(FakeRun.make(folder)))
                .contains("No sample grids yet", "Not evaluated yet", "nothing to say");
    }

    @Test
    void runsAreComparedOnOnePage() throws IOException {
        RunFolder a = FakeRun.trained(folder);
        RunFolder b = FakeRun.trained(folder);
        Path options = b.path().resolve("training_options.json");
        Files.writeString(
                options, Files.readString(options).replaceFirst("\"seed\" : 0", "\"seed\" : 5"));
        a.append(
                "metric-m.jsonl",
                "{\"images\":1000,\"values\":{\"fid\":50},\"floors\":{\"fid\":9}}");

        String page = page(a, b);

        JsonNode data = data(page);
        assertThat(data.path("slides")).hasSize(2);
        assertThat(data.path("ticks").path(0).path("series")).hasSize(4);
        assertThat(data.path("metrics").path(0).path("series").path(1).path("dashed").asBoolean())
                .isTrue();
        assertThat(page)
                .contains("<h1>2 runs compared</h1>", "<b>50</b>")
                .contains(
                        "<tr class=\"apart\"><th scope=\"row\">seed</th><td>0</td><td"
                                + " class=\"differs\">5</td><td>0</td>");
    }

    @Test
    void aReportThatCannotBeWrittenIsSaidOnce() throws IOException {
        RunFolder run = FakeRun.trained(folder);
        List<String> said = new ArrayList<>();
        ReportListener listener = new ReportListener(run, said::add);
        listener.ended();
        assertThat(run.path().resolve(Report.NAME)).exists();
        assertThat(Files.readString(run.path().resolve(Report.NAME))).contains("state stopped");

        Files.createDirectories(run.path().resolve("report.html.part/in the way"));
        listener.ended();
        listener.ended();

        assertThat(said).hasSize(1);
        assertThat(said.get(0)).contains("report.html", "Training goes on");
    }

    private String page(RunFolder... runs) throws IOException {
        Path out = folder.resolve("page.html");
        Report.write(List.of(runs), out, s -> {});
        return Files.readString(out);
    }

    private static JsonNode data(String page) throws IOException {
        String start = "<script type=\"application/json\" id=\"data\">";
        int from = page.indexOf(start) + start.length();
        return JsonMapper.builder()
                .build()
                .readTree(page.substring(from, page.indexOf("</script>", from)));
    }
}
