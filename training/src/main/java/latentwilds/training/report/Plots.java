package latentwilds.training.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import latentwilds.training.file.PngFile;
import latentwilds.training.tensorboard.Tags;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A run's curves as pictures of 1200 x 500 pixels, by thousands of images seen. */
final class Plots {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 500;
    private static final double THOUSAND = 1000;

    /** Squared distances between features, in units of their own, all from 0 up. */
    private static final Pattern DISTANCES = Pattern.compile("(^|/)(fid|kid)(?!.*Error$)[^./]*$");

    private static final Pattern SHARES =
            Pattern.compile("(^|/)(precision|recall|coverage|nearestNeighbourAccuracy)$");

    private static final List<Integer> COLOURS =
            List.of(0x1f77b4, 0xd9601a, 0x2a9134, 0xb8336a, 0x7d5ba6, 0x8c6d1f, 0x138a8a, 0x6b6b6b);

    private Plots() {}

    /**
     * Draws what there is to draw.
     *
     * @param history of a run
     * @return file name to picture; none without at least two points of a curve
     */
    static Map<String, BufferedImage> of(History history) {
        Map<String, BufferedImage> plots = new LinkedHashMap<>();
        XYChart losses = chart(history.name() + ": losses", "loss");
        tick(losses, history, "loss of D", "loss/D");
        tick(losses, history, "loss of G", "loss/G");
        put(plots, "plot-losses.png", losses);
        XYChart probabilities = chart(history.name() + ": what D believes", "probability of real");
        probabilities.getStyler().setYAxisMin(0.0).setYAxisMax(1.0);
        tick(probabilities, history, "D(x), real", "probability/D(x)");
        tick(probabilities, history, "D(G(z)), fake", "probability/D(G(z))");
        tick(probabilities, history, "real over fake", "probability/real over fake");
        put(plots, "plot-probabilities.png", probabilities);
        XYChart distances =
                chart(history.name() + ": distances from the real ones", "lower is better");
        distances.getStyler().setYAxisMin(0.0);
        metrics(distances, history, DISTANCES);
        put(plots, "plot-distances.png", distances);
        XYChart shares = chart(history.name() + ": shares", "share");
        shares.getStyler().setYAxisMin(0.0).setYAxisMax(1.0);
        metrics(shares, history, SHARES);
        put(plots, "plot-shares.png", shares);
        return plots;
    }

    /**
     * Draws a run's curves into its folder.
     *
     * @throws IOException if a picture cannot be written
     */
    static void write(History history) throws IOException {
        for (Map.Entry<String, BufferedImage> plot : of(history).entrySet()) {
            PngFile.write(plot.getValue(), history.run().path().resolve(plot.getKey()));
        }
    }

    private static void tick(XYChart chart, History history, String name, String tag) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (ObjectNode tick : history.ticks()) {
            Double value = Tags.scalars(tick).get(tag);
            if (value != null) {
                x.add(tick.path("images").asLong() / THOUSAND);
                y.add(value);
            }
        }
        add(chart, name, x, y);
    }

    /**
     * Those whose last word matches; figures of single labels (with a point in it) would be too
     * many.
     */
    private static void metrics(XYChart chart, History history, Pattern names) {
        history.metrics()
                .forEach(
                        (name, values) -> {
                            if (names.matcher(name).find()
                                    && chart.getSeriesCollection().size() < COLOURS.size()) {
                                add(
                                        chart,
                                        name,
                                        values.keySet().stream().map(i -> i / THOUSAND).toList(),
                                        values.values().stream()
                                                .map(Metrics.Value::value)
                                                .toList());
                            }
                        });
    }

    private static void add(XYChart chart, String name, List<Double> x, List<Double> y) {
        if (x.size() > 1) {
            chart.addSeries(name, x, y)
                    .setMarker(SeriesMarkers.NONE)
                    .setLineStyle(
                            new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        }
    }

    private static void put(Map<String, BufferedImage> plots, String name, XYChart chart) {
        if (!chart.getSeriesCollection().isEmpty()) {
            plots.put(name, BitmapEncoder.getBufferedImage(chart));
        }
    }

    private static XYChart chart(String title, String axis) {
        XYChart chart =
                new XYChartBuilder()
                        .width(WIDTH)
                        .height(HEIGHT)
                        .title(title)
                        .xAxisTitle("thousand images seen")
                        .yAxisTitle(axis)
                        .build();
        chart.getStyler().setXAxisMin(0.0);
        Styler styler = chart.getStyler();
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setSeriesColors(COLOURS.stream().map(Color::new).toArray(Color[]::new));
        styler.setBaseFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
        return chart;
    }
}
