package latentwilds.training.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import latentwilds.training.dataset.DatasetManifest.Split;

/**
 * What came of a preparation, for people and for programs.
 *
 * @param out the new data set's folder
 * @param result what was made
 * @param near what was done about images that look alike
 */
public record PreparationReport(Path out, Preparation.Result result, NearPolicy near) {

    /**
     * For people.
     *
     * @return lines: what was left out, how many there are, why not more, where to look, labels
     */
    public List<String> words() {
        DatasetManifest manifest = result.manifest();
        List<String> words = new ArrayList<>();
        result.refused().forEach(m -> words.add("left out: " + m));
        words.add(
                "%s: %d images of %d x %d, %d channels (%d held out); %d duplicates, %d not in the recipe, %d unusable left out; %d near-duplicates %s"
                        .formatted(
                                out,
                                manifest.entries().size(),
                                manifest.size(),
                                manifest.size(),
                                manifest.channels(),
                                heldOut(),
                                result.duplicates(),
                                result.unmatched(),
                                result.refused().size(),
                                result.nearDuplicates(),
                                near == NearPolicy.DROP ? "left out" : "kept"));
        Refusal.byReason(result.refused())
                .forEach((reason, count) -> words.add(count + " x " + reason));
        words.add("Look at " + out.resolve(Preparation.SHEET));
        for (String group : manifest.groups().keySet()) {
            Map<String, Integer> counts = new TreeMap<>();
            manifest.entries().forEach(e -> counts.merge(e.labels().get(group), 1, Integer::sum));
            words.add(group + ": " + counts);
        }
        return words;
    }

    /**
     * For programs.
     *
     * @return plain data, keys in the order to be printed
     */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("dataset", out.toString());
        values.put("images", result.manifest().entries().size());
        values.put("heldOut", heldOut());
        values.put("checksum", result.manifest().checksum());
        values.put("duplicates", result.duplicates());
        values.put("nearDuplicates", result.nearDuplicates());
        values.put("unmatched", result.unmatched());
        values.put("refused", result.refused().stream().map(Refusal::toString).toList());
        values.put("reasons", Refusal.byReason(result.refused()));
        return values;
    }

    private long heldOut() {
        return result.manifest().entries().stream()
                .filter(e -> e.split() == Split.HELD_OUT)
                .count();
    }
}
