package latentwilds.training.report;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/** Metrics of runs side by side: the last evaluation, with real against real for measure. */
final class MetricsTable {
    private MetricsTable() {}

    static String of(List<History> runs) {
        TreeSet<String> names = new TreeSet<>();
        runs.forEach(run -> names.addAll(run.metrics().keySet()));
        if (names.isEmpty()) {
            return "<p class=\"none\">Not evaluated yet: <code>./train evaluate</code> measures"
                    + " snapshots.</p>";
        }
        List<String> ofLabels = names.stream().filter(name -> name.contains(".")).toList();
        ofLabels.forEach(names::remove);
        String all = table(runs, names);
        return ofLabels.isEmpty()
                ? all
                : all
                        + "<details><summary>By label</summary>"
                        + table(runs, ofLabels)
                        + "</details>";
    }

    private static String table(List<History> runs, Collection<String> names) {
        boolean often =
                runs.stream()
                        .flatMap(run -> run.metrics().values().stream())
                        .anyMatch(curve -> curve.size() > 1);
        StringBuilder table = new StringBuilder("<div class=\"wide\"><table><thead><tr>");
        table.append("<th scope=\"col\">metric</th>");
        for (int i = 0; i < runs.size(); i++) {
            String of = runs.size() == 1 ? "" : "<br>" + RunSections.label(runs, i);
            table.append("<th scope=\"col\">last").append(of).append("</th>");
            table.append("<th scope=\"col\">real against real</th>");
            if (often) {
                table.append("<th scope=\"col\">lowest</th><th scope=\"col\">highest</th>");
            }
        }
        table.append("</tr></thead><tbody>");
        for (String name : names) {
            table.append("<tr><th scope=\"row\">").append(Html.text(name)).append("</th>");
            for (History run : runs) {
                cells(table, run.metrics().get(name), often);
            }
            table.append("</tr>");
        }
        return table.append("</tbody></table></div>").toString();
    }

    private static void cells(
            StringBuilder table, SortedMap<Long, Metrics.Value> curve, boolean often) {
        if (curve == null) {
            table.append("<td>–</td>".repeat(often ? 4 : 2));
            return;
        }
        Metrics.Value last = curve.get(curve.lastKey());
        table.append("<td><b>").append(Html.number(last.value())).append("</b>");
        if (Double.isFinite(last.error())) {
            table.append(" ± ").append(Html.number(last.error()));
        }
        table.append(after(curve.lastKey())).append("</td><td>");
        table.append(Html.number(last.floor())).append("</td>");
        if (!often) {
            return;
        }
        long low = curve.firstKey();
        long high = low;
        for (long images : curve.keySet()) {
            low = curve.get(images).value() < curve.get(low).value() ? images : low;
            high = curve.get(images).value() > curve.get(high).value() ? images : high;
        }
        for (long images : List.of(low, high)) {
            table.append("<td>").append(Html.number(curve.get(images).value()));
            table.append(after(images)).append("</td>");
        }
    }

    private static String after(long images) {
        return "<small>at " + Html.count(images) + "</small>";
    }
}
