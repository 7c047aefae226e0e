package latentwilds.training.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import latentwilds.training.dataset.Inspection;
import latentwilds.training.dataset.InspectionReport;
import latentwilds.training.dataset.Preparation;
import latentwilds.training.dataset.Refusal;
import latentwilds.training.dataset.Spread;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ./train inspect}: what a set holds, and whether it is enough. */
@Command(
        name = "inspect",
        description = {
            "Measures the images of a data set, a zip or a folder, and says in words whether they",
            "are enough to train on and what to set. Writes nothing."
        },
        mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParentCommand private TrainCli cli;

    @Parameters(paramLabel = "DATASET_ZIP_OR_FOLDER", description = "What to look at.")
    private Path place;

    @Option(
            names = "--list",
            paramLabel = "N",
            defaultValue = "10",
            description = "Odd and unusable images to name. Default: ${DEFAULT-VALUE}.")
    private int list;

    @Override
    public Integer call() {
        InspectionReport report = Inspection.of(place);
        System.out.printf("%s: %d images%n", place, report.images());
        System.out.println("sizes: " + report.sizes());
        report.labels()
                .forEach(
                        (label, parts) ->
                                System.out.println(
                                        "  "
                                                + (label.isEmpty() ? "(no label)" : label)
                                                + " "
                                                + parts));
        line("transparent pixels", report.transparent());
        line("half transparent pixels", report.partial());
        line("brightness", report.brightness());
        line("contrast", report.contrast());
        line("colours", report.colours());
        line("step across the border / inside", report.edge());
        line("asymmetry", report.asymmetry());
        System.out.printf(
                "duplicates %d, near-duplicates %d, across the split %d%n",
                report.duplicates(), report.nearDuplicates(), report.straddling());
        name("odd", report.odd());
        name("unusable", report.refused());
        report.verdict().forEach(v -> System.out.println("- " + v));
        Path sheet = place.resolve(Preparation.SHEET);
        if (Files.exists(sheet)) {
            System.out.println("Look at " + sheet);
        }
        cli.answer(answer(report, sheet));
        return 0;
    }

    private static void line(String what, Spread spread) {
        if (Double.isNaN(spread.median())) {
            System.out.println(what + ": no image tells");
            return;
        }
        System.out.printf(
                "%s: %.3g (5 %%), %.3g (median), %.3g (95 %%)%n",
                what, spread.low(), spread.median(), spread.high());
    }

    private void name(String what, List<Refusal> images) {
        images.stream().limit(list).forEach(i -> System.out.println(what + ": " + i));
        if (images.size() > list) {
            System.out.printf("%s: and %d more%n", what, images.size() - list);
        }
    }

    private Map<String, Object> answer(InspectionReport report, Path sheet) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("place", place.toString());
        answer.putAll(JSON.convertValue(report, new TypeReference<Map<String, Object>>() {}));
        answer.put("contactSheet", Files.exists(sheet) ? sheet.toString() : null);
        return answer;
    }
}
