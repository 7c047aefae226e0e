package latentwilds.training.metric;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an evaluation found. Maps go from the names in {@link Figures} to numbers, in the order of
 * the table; a floor that makes no sense for a figure is absent.
 *
 * @param samples generated pictures
 * @param reals real pictures of the part that was asked for
 * @param values the generator's figures against those reals
 * @param floorSamples real pictures in the generator's place
 * @param floors figures of other real pictures (of the data set's other part) against the same
 *     reals: as many as the generator's, or all there are
 * @param halfSamples size of each half
 * @param halves figures of one half of the reals against the other
 * @param notes what a reader of the figures should know, one sentence each
 */
public record Evaluation(
        int samples,
        int reals,
        Map<String, Double> values,
        int floorSamples,
        Map<String, Double> floors,
        int halfSamples,
        Map<String, Double> halves,
        List<String> notes) {

    /** Copies the collections and keeps their order. */
    public Evaluation {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        floors = Collections.unmodifiableMap(new LinkedHashMap<>(floors));
        halves = Collections.unmodifiableMap(new LinkedHashMap<>(halves));
        notes = List.copyOf(notes);
    }
}
