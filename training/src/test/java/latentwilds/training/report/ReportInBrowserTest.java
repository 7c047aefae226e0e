package latentwilds.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import latentwilds.training.run.RunFolder;
import org.htmlunit.BrowserVersion;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.html.HtmlImage;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.WebConnectionWrapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page in a browser that runs its scripts; any script error fails the test. HtmlUnit cannot
 * parse uPlot and has no ResizeObserver, so that plain stand-ins take their places: what is tested
 * is the page's own script.
 */
class ReportInBrowserTest {
    private static final String STAND_IN =
            """
            var uPlot = function (options, table, box) {
                this.series = options.series;
                this.scales = { x: { min: null, max: null } };
                this.over = document.createElement("div");
                this.redraw = () => {};
                this.setData = (data) => box.setAttribute("data-drawn", data.length);
                this.setScale = () => {};
                this.setSize = () => {};
                this.destroy = () => box.remove();
                options.series.slice(1).forEach((s) => s.stroke());
                box.append(document.createElement("canvas"));
            };
            var ResizeObserver = function () { this.observe = () => {}; };
            uPlot.join = (tables) => [tables[0][0], ...tables.map((t) => t[1])];
            """;

    @TempDir private Path folder;
    private final WebClient browser = new WebClient(BrowserVersion.CHROME);
    private final List<String> requests = new ArrayList<>();

    @BeforeEach
    void listen() {
        browser.getOptions().setDownloadImages(true);
        new WebConnectionWrapper(browser) {
            @Override
            public WebResponse getResponse(WebRequest request) throws IOException {
                requests.add(request.getUrl().toString());
                return super.getResponse(request);
            }
        };
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private HtmlPage open(RunFolder... runs) throws IOException {
        Path out = folder.resolve("page.html");
        Report.write(List.of(runs), out, s -> {});
        String page = Files.readString(out);
        int from = page.indexOf("var uPlot=");
        int to = page.indexOf("</script>", from);
        Files.writeString(out, page.substring(0, from) + STAND_IN + page.substring(to));
        return browser.getPage(out.toUri().toURL());
    }

    private static HtmlImage picture(HtmlPage page, int run) {
        return page.querySelector("[data-slide='" + run + "']");
    }

    private static void slide(HtmlPage page, int stop) {
        HtmlInput slider = page.getHtmlElementById("at");
        slider.setValue(Integer.toString(stop));
        slider.fireEvent("input");
    }

    @Test
    void theSliderMovesThroughTheTraining() throws IOException {
        HtmlPage page = open(FakeRun.trained(folder));
        String last = picture(page, 0).getSrcAttribute();

        slide(page, 0);

        String first = picture(page, 0).getSrcAttribute();
        assertThat(first).startsWith("data:image/").isNotEqualTo(last);
        assertThat(page.querySelector("[data-slide-at]").getTextContent())
                .isEqualTo("after 1,000 images");
        assertThat(page.getElementById("at-images").getTextContent())
                .isEqualTo("up to 1,000 images");
        slide(page, 2);
        assertThat(picture(page, 0).getSrcAttribute()).isEqualTo(last);
    }

    @Test
    void runsOfUnequalLengthShareTheSlider() throws IOException {
        RunFolder brief = FakeRun.trained(folder);
        RunFolder longer = FakeRun.trained(folder);
        FakeRun.grid(longer, 9000);

        HtmlPage page = open(brief, longer);

        String end = picture(page, 0).getSrcAttribute();
        slide(page, 2);
        assertThat(picture(page, 0).getSrcAttribute()).isEqualTo(end);
        assertThat(page.querySelector("[data-slide-at='1']").getTextContent())
                .isEqualTo("after 3,000 images");
    }

    @Test
    void everyChartIsDrawnAndNothingIsAskedOfTheNetwork() throws IOException {
        RunFolder run = FakeRun.trained(folder);
        run.append("metric-m.jsonl", "{\"images\":1000,\"values\":{\"kid\":50,\"once\":1}}");
        run.append("metric-m.jsonl", "{\"images\":2000,\"values\":{\"kid\":40}}");

        HtmlPage page = open(run);

        assertThat(page.querySelectorAll("#tick-charts canvas").size()).isGreaterThan(2);
        // Of what was evaluated once there is no curve, only the table.
        assertThat(page.querySelectorAll("#metric-charts h3"))
                .extracting(title -> title.getTextContent())
                .containsExactly("m/kid");
        // A file needs no connection; whatever else is asked for would come by here.
        assertThat(requests).isEmpty();
    }
}
