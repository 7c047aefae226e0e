package latentwilds.entity;

import java.util.List;
import latentwilds.seed.RandomStream;
import latentwilds.seed.Streams;

/** What people call the places where they live, and what they built in the wilds. */
public final class PlaceNames {
    private static final List<String> STARTS =
            List.of(
                    "Alder", "Ash", "Birk", "Bram", "Cold", "Dun", "Elm", "Fern", "Gold", "Hazel",
                    "Iron", "Kelp", "Lark", "Moss", "North", "Oak", "Quill", "Raven", "Salt",
                    "Thorn", "Umber", "Wend", "Yarrow");
    private static final List<String> ENDS =
            List.of(
                    "by", "combe", "dale", "fell", "ford", "gate", "ham", "mere", "moor", "rest",
                    "stead", "thorpe", "wick");

    /** Settlements have the starts before it. */
    private static final int FIRST_LANDMARK = 9;

    private PlaceNames() {}

    /**
     * A settlement's name.
     *
     * @param streams of the run
     * @param index of the settlement
     * @return always the same for a run and index; no two of a run's places begin alike so long as
     *     there are nine settlements and fourteen landmarks at most
     */
    public static String settlement(Streams streams, int index) {
        return name(streams, index);
    }

    /**
     * The name of a landmark: that of whoever lived there.
     *
     * @param streams of the run
     * @param index of the landmark
     * @return as {@link #settlement}
     */
    public static String landmark(Streams streams, int index) {
        return name(streams, FIRST_LANDMARK + index);
    }

    private static String name(Streams streams, int index) {
        int first = streams.stream("settlement.names").nextInt(STARTS.size());
        // A step that is prime to the list's length meets every start once.
        String start = STARTS.get((first + 7 * index) % STARTS.size());
        RandomStream random = streams.stream("settlement.name", index);
        return start + random.pick(ENDS);
    }
}
