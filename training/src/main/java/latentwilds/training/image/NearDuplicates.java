package latentwilds.training.image;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the pictures that are near to an earlier one without comparing all pairs: if at most t of
 * 64 bits differ, at least one of t + 1 bands is equal, so only pictures that share a band are
 * compared. Used by one thread.
 */
public final class NearDuplicates {
    private static final int BANDS = Likeness.HASH_THRESHOLD + 1;

    private final List<Likeness> seen = new ArrayList<>();
    private final List<Map<Long, List<Integer>>> bands = new ArrayList<>();

    /** Nothing seen yet. */
    public NearDuplicates() {
        for (int b = 0; b < BANDS; b++) {
            bands.add(new HashMap<>());
        }
    }

    /**
     * The earlier pictures that look the same.
     *
     * @param likeness of a picture
     * @return numbers that {@link #add} gave, ascending
     */
    public List<Integer> near(Likeness likeness) {
        return bandsOf(likeness).stream()
                .flatMap(List::stream)
                .distinct()
                .filter(i -> seen.get(i).isNear(likeness))
                .sorted()
                .toList();
    }

    /**
     * Remembers a picture.
     *
     * @param likeness of the picture
     * @return its number: 0, 1, 2 ...
     */
    public int add(Likeness likeness) {
        int number = seen.size();
        seen.add(likeness);
        bandsOf(likeness).forEach(band -> band.add(number));
        return number;
    }

    private List<List<Integer>> bandsOf(Likeness likeness) {
        List<List<Integer>> same = new ArrayList<>();
        for (int b = 0; b < BANDS; b++) {
            int from = 64 * b / BANDS;
            int to = 64 * (b + 1) / BANDS;
            long key = likeness.hash() << 64 - to >>> 64 - to + from;
            same.add(bands.get(b).computeIfAbsent(key, k -> new ArrayList<>()));
        }
        return same;
    }
}
