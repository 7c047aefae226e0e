package latentwilds.training.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelFile;
import latentwilds.training.dataset.Dataset;
import latentwilds.training.metric.Evaluation;
import latentwilds.training.metric.EvaluationOptions;
import latentwilds.training.metric.Evaluator;
import latentwilds.training.metric.Figures;
import latentwilds.training.run.RunFolder;
import latentwilds.training.run.Snapshots;

/**
 * Measures generators, tells the figures, and keeps them where they belong: a model's in its card,
 * a run's in its log. What is to be written to is looked at before the work of minutes.
 *
 * @param options how it is measured
 * @param tell told tables of figures, with their line breaks
 * @param progress told what is going on, a line at a time
 */
public record Measurement(
        EvaluationOptions options, Consumer<String> tell, Consumer<String> progress) {

    /**
     * Measures a model.
     *
     * @param model its folder or file
     * @param data folder of a prepared data set
     * @param card whether the figures are put into the model's card
     * @return what was found, for programs
     * @throws IOException if the model cannot be read
     */
    public Map<String, Object> model(Path model, Path data, boolean card) throws IOException {
        if (card) {
            EvaluationLog.checkCard(model);
        }
        GeneratorWeights weights =
                ModelFile.read(Files.isDirectory(model) ? model.resolve(ModelFile.NAME) : model);
        Map<String, List<String>> palettes = EvaluationLog.palettes(model);
        Dataset dataset = Dataset.open(data);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("model", model.toString());
        try (Evaluator evaluator = new Evaluator(dataset, options, progress)) {
            Evaluation evaluation = evaluator.evaluate(weights, palettes);
            tell.accept(Figures.table(evaluation));
            answer.putAll(EvaluationLog.line(evaluation, options, dataset.manifest().name()));
            if (card) {
                EvaluationLog.writeCard(model, evaluation);
            }
        }
        return answer;
    }

    /**
     * Measures snapshots of a run.
     *
     * @param run whose log is added to
     * @param chosen its snapshots
     * @param data folder of a prepared data set; null for the run's own
     * @return what was found, for programs
     * @throws IOException if a snapshot cannot be read
     */
    public Map<String, Object> run(RunFolder run, List<Snapshots.Snapshot> chosen, Path data)
            throws IOException {
        Dataset dataset = Dataset.open(data == null ? Path.of(run.origin().dataset()) : data);
        EvaluationLog.checkLog(run, options.quick());
        List<Map<String, Object>> lines = new ArrayList<>();
        try (Evaluator evaluator = new Evaluator(dataset, options, progress)) {
            for (Snapshots.Snapshot each : chosen) {
                Evaluation evaluation = evaluator.evaluate(ModelFile.read(each.file()));
                var line = EvaluationLog.line(evaluation, options, dataset.manifest().name());
                lines.add(EvaluationLog.append(run, each, options.quick(), line));
                tell.accept(each.file().getFileName() + "\n" + Figures.table(evaluation));
            }
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("run", run.path().toString());
        answer.put("snapshots", lines);
        return answer;
    }
}
