package latentwilds.training.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import latentwilds.model.ModelCard;
import latentwilds.model.ModelException;
import latentwilds.training.file.Reason;
import latentwilds.training.file.Staging;
import latentwilds.training.metric.Evaluation;
import latentwilds.training.metric.EvaluationOptions;
import latentwilds.training.run.RunFolder;
import latentwilds.training.run.Snapshots;

/** Keeps what evaluations found: a line in the run's log, or figures in a model's card. */
public final class EvaluationLog {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final JsonMapper LINES = JsonMapper.builder().build();

    private EvaluationLog() {}

    /**
     * What was found, with all that it depends on; plain data for a line of JSON.
     *
     * @param evaluation the figures
     * @param options how they were made
     * @param dataset name of the data set
     * @return keys in the order to be printed
     */
    public static Map<String, Object> line(
            Evaluation evaluation, EvaluationOptions options, String dataset) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("samples", evaluation.samples());
        line.put("reals", evaluation.reals());
        line.put("values", evaluation.values());
        line.put("floors", evaluation.floors());
        line.put("floorSamples", evaluation.floorSamples());
        line.put("halves", evaluation.halves());
        line.put("halfSamples", evaluation.halfSamples());
        line.put("notes", evaluation.notes());
        line.put("dataset", dataset);
        line.put("split", options.split().toString());
        line.put("seed", options.seed());
        line.put("crop", options.crop());
        return line;
    }

    /**
     * Adds a line to {@code metric-mixed5.jsonl} or {@code metric-quick.jsonl} of a run.
     *
     * @param run where
     * @param snapshot what was measured
     * @param quick which of the two
     * @param line from {@link #line}
     * @return the line with the snapshot that it is about
     * @throws UncheckedIOException naming the file, if it cannot be written
     */
    public static Map<String, Object> append(
            RunFolder run, Snapshots.Snapshot snapshot, boolean quick, Map<String, Object> line) {
        String file = name(quick);
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("images", snapshot.images());
        whole.put("snapshot", snapshot.file().getFileName().toString());
        whole.putAll(line);
        try {
            run.append(file, LINES.writeValueAsString(whole));
            return whole;
        } catch (IOException e) {
            throw unwritable(run.path().resolve(file), e);
        }
    }

    private static String name(boolean quick) {
        return quick ? "metric-quick.jsonl" : "metric-mixed5.jsonl";
    }

    /**
     * Looks whether a run's log can be added to, before the work of minutes is done.
     *
     * @param run whose
     * @param quick which log
     * @throws UncheckedIOException naming the file, if it cannot
     */
    public static void checkLog(RunFolder run, boolean quick) {
        checkWritable(run.path().resolve(name(quick)));
    }

    /**
     * Looks whether a model's card is whole and can be replaced.
     *
     * @param model folder
     * @throws ModelException if there is no whole card
     * @throws UncheckedIOException naming the file, if it cannot be replaced
     */
    public static void checkCard(Path model) {
        Path card = model.resolve(ModelCard.NAME);
        ModelCard.read(card);
        checkWritable(card);
    }

    /**
     * The palettes that the game paints a model's sprites with.
     *
     * @param model folder or file
     * @return label to {@code #rrggbb}; empty if there is no card beside the model
     * @throws ModelException if the card is damaged
     */
    public static Map<String, List<String>> palettes(Path model) {
        Path folder = Files.isDirectory(model) ? model : model.resolveSibling("");
        Path card = folder.resolve(ModelCard.NAME);
        return Files.exists(card) ? ModelCard.read(card).palettes() : Map.of();
    }

    private static void checkWritable(Path file) {
        boolean there = Files.exists(file);
        if (there && !Files.isRegularFile(file)) {
            throw unwritable(file, new IOException("a folder is in the way"));
        }
        if (!Files.isWritable(file.getParent()) || there && !Files.isWritable(file)) {
            throw unwritable(file, new AccessDeniedException(file.toString()));
        }
    }

    private static UncheckedIOException unwritable(Path file, IOException e) {
        return new UncheckedIOException(
                "%s: cannot be written: %s. Make room or check permissions"
                        .formatted(file, Reason.of(e)),
                e);
    }

    /**
     * Puts figures and floors into a model's card; the rest of the card stays. The card is either
     * the new one or the old one, whatever happens.
     *
     * @param model folder with a {@code card.json}
     * @param evaluation the figures
     * @throws ModelException if there is no whole card
     * @throws UncheckedIOException if it cannot be written
     */
    public static void writeCard(Path model, Evaluation evaluation) {
        Path card = model.resolve(ModelCard.NAME);
        ModelCard.read(card);
        try (Staging staging = new Staging(model)) {
            ObjectNode tree = (ObjectNode) JSON.readTree(Files.readString(card));
            ObjectNode metrics = tree.putObject("metrics");
            figures(evaluation).forEach(metrics::put);
            Path made = staging.path().resolve(ModelCard.NAME);
            Files.writeString(made, JSON.writeValueAsString(tree) + "\n");
            ModelCard.read(made);
            staging.moveFile(made, card);
        } catch (JsonProcessingException e) {
            throw new ModelException(
                    "%s: expected a model card, found: %s".formatted(card, Reason.of(e)), e);
        } catch (IOException e) {
            throw unwritable(card, e);
        }
    }

    /** Rounded: more digits than the figures have would only make noise in a repository. */
    private static Map<String, Double> figures(Evaluation evaluation) {
        Map<String, Double> figures = new TreeMap<>();
        figures.put("samples", (double) evaluation.samples());
        figures.put("reals", (double) evaluation.reals());
        figures.put("samples.floor", (double) evaluation.floorSamples());
        evaluation.values().forEach((name, value) -> put(figures, name, value));
        evaluation.floors().forEach((name, value) -> put(figures, name + ".floor", value));
        return figures;
    }

    private static void put(Map<String, Double> figures, String name, double value) {
        if (Double.isFinite(value)) {
            figures.put(name, Math.round(value * 1e4) / 1e4);
        }
    }
}
