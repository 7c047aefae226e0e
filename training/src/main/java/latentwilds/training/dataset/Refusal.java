package latentwilds.training.dataset;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why one file was left out.
 *
 * @param where its source and path
 * @param reason what was expected and found
 */
public record Refusal(String where, String reason) {

    /**
     * How often each reason occurred; sizes and other numbers do not make a reason of their own.
     *
     * @param refusals what was left out
     * @return reason to count
     */
    public static Map<String, Integer> byReason(List<Refusal> refusals) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Refusal refusal : refusals) {
            String kind = refusal.reason.replaceAll("\\(.*\\)|;.*", "").replaceAll("\\d+", "N");
            counts.merge(kind.strip(), 1, Integer::sum);
        }
        return counts;
    }

    @Override
    public String toString() {
        return where + ": " + reason;
    }
}
