package latentwilds.entity;

import java.util.List;
import latentwilds.seed.RandomStream;
import latentwilds.seed.Streams;

/** What people call the places where they live. */
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

    private PlaceNames() {}

    /**
     * A settlement's name.
     *
     * @param streams of the run
     * @param index of the settlement
     * @return always the same for a run and index; no two of a run's first 23 begin alike
     */
    public static String settlement(Streams streams, int index) {
        int first = streams.stream("settlement.names").nextInt(STARTS.size());
        // A step that is prime to the list's length meets every start once.
        String start = STARTS.get((first + 7 * index) % STARTS.size());
        RandomStream random = streams.stream("settlement.name", index);
        return start + random.pick(ENDS);
    }
}
