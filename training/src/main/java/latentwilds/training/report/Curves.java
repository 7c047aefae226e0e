package latentwilds.training.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import latentwilds.training.tensorboard.Tags;

/**
 * The curves of one or several runs for the page's script: {@code [{title, note, low, high, series:
 * [{run, label, dashed, x, y}]}]}, one chart per group of tags, one per metric. Long runs are
 * thinned.
 */
final class Curves {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_POINTS = 1500;
    private static final MathContext DIGITS = new MathContext(6);
    private static final List<String> FIRST = List.of("loss", "probability", "logits", "penalty");
    private static final Map<String, String> NOTES =
            Map.of(
                    "loss",
                    "Without penalties. With a pairing or cross-entropy loss 0.693 means that D"
                            + " cannot tell; near 0, D always can.",
                    "probability",
                    "Sigmoids of the mean logits: near one half, D cannot tell; far apart for"
                            + " long, D has won. A pairing loss sees only the difference, real over"
                            + " fake.",
                    "speed",
                    "Images per second, and the share of a step spent waiting for data.",
                    "augment",
                    "Strength of augmentation, and the mean sign of D's logits on real pictures"
                            + " that an adaptive strength follows.",
                    "diversity",
                    "Pixel diversity of the fixed-latent samples over that of real pictures: near"
                            + " 0 is collapse.");

    private Curves() {}

    /** Charts of what every tick says. */
    static ArrayNode ticks(List<History> runs) {
        SortedMap<String, ObjectNode> charts =
                new TreeMap<>(
                        (a, b) ->
                                rank(a) == rank(b)
                                        ? a.compareTo(b)
                                        : Integer.compare(rank(a), rank(b)));
        for (int run = 0; run < runs.size(); run++) {
            Map<String, List<double[]>> points = points(runs.get(run).ticks());
            for (var curve : points.entrySet()) {
                String group = curve.getKey().split("/")[0];
                ObjectNode chart = charts.computeIfAbsent(group, Curves::chart);
                String label = curve.getKey().substring(curve.getKey().indexOf('/') + 1);
                series(chart, run, label, false, curve.getValue());
            }
        }
        return JSON.createArrayNode().addAll(charts.values());
    }

    private static int rank(String group) {
        int at = FIRST.indexOf(group);
        return at < 0 ? FIRST.size() : at;
    }

    private static Map<String, List<double[]>> points(List<ObjectNode> ticks) {
        Map<String, List<double[]>> points = new TreeMap<>();
        int stride = (ticks.size() + MOST_POINTS - 1) / MOST_POINTS;
        for (int i = 0; i < ticks.size(); i++) {
            if (i % stride == 0 || i == ticks.size() - 1) {
                double images = ticks.get(i).path("images").asDouble();
                Tags.scalars(ticks.get(i))
                        .forEach(
                                (tag, value) ->
                                        points.computeIfAbsent(tag, t -> new ArrayList<>())
                                                .add(new double[] {images, value}));
            }
        }
        points.remove("seconds");
        return points;
    }

    /** Charts of what every evaluation says, with real against real as dashed lines. */
    static ArrayNode metrics(List<History> runs) {
        SortedMap<String, ObjectNode> charts = new TreeMap<>();
        for (int run = 0; run < runs.size(); run++) {
            for (var metric : runs.get(run).metrics().entrySet()) {
                String name = metric.getKey();
                int dot = name.indexOf('.');
                String title = dot < 0 ? name : name.substring(0, dot) + " by label";
                ObjectNode chart = charts.computeIfAbsent(title, Curves::chart);
                List<double[]> values = new ArrayList<>();
                List<double[]> floors = new ArrayList<>();
                metric.getValue()
                        .forEach(
                                (images, value) -> {
                                    values.add(new double[] {images, value.value()});
                                    if (Double.isFinite(value.floor())) {
                                        floors.add(new double[] {images, value.floor()});
                                    }
                                });
                series(chart, run, dot < 0 ? "fake" : name.substring(dot + 1), false, values);
                if (dot < 0) {
                    series(chart, run, "real against real", true, floors);
                }
            }
        }
        return JSON.createArrayNode().addAll(charts.values());
    }

    private static ObjectNode chart(String group) {
        ObjectNode chart = JSON.createObjectNode();
        chart.put("title", group.replace('_', ' '));
        chart.put("note", NOTES.getOrDefault(group, ""));
        if (group.equals("probability")) {
            chart.put("low", 0).put("high", 1);
        }
        chart.putArray("series");
        return chart;
    }

    private static void series(
            ObjectNode chart, int run, String label, boolean dashed, List<double[]> points) {
        if (points.isEmpty()) {
            return;
        }
        ObjectNode series = ((ArrayNode) chart.get("series")).addObject();
        series.put("run", run).put("label", label.replace('_', ' ')).put("dashed", dashed);
        ArrayNode x = series.putArray("x");
        ArrayNode y = series.putArray("y");
        for (double[] point : points) {
            x.add((long) point[0]);
            y.add(new BigDecimal(point[1]).round(DIGITS).doubleValue());
        }
    }
}
