package latentwilds.training.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import latentwilds.texture.Hue;

/**
 * One colour per label such that labels are told from each other: of the more usual half of every
 * label's pictures the colour that is farthest from those of all other labels. Means will not do:
 * dirt, gravel, beach and paving, each of many colours, average to one tan.
 */
final class Apart {
    /** More change nothing: the choice settles in three or four. */
    private static final int ROUNDS = 12;

    /**
     * What a label's pictures look like.
     *
     * @param usual the mean of all of them, {@code 0xRRGGBB}
     * @param each of one picture, at least one
     */
    record Range(int usual, List<Integer> each) {
        /** The half that is nearest to the usual. */
        List<Integer> half() {
            return each.stream()
                    .sorted(Comparator.comparingDouble(c -> difference(c, usual)))
                    .limit((each.size() + 1) / 2)
                    .toList();
        }
    }

    private Apart() {}

    /**
     * Chooses.
     *
     * @param ranges label to the colours of its pictures
     * @return label to one of them
     */
    static Map<String, Integer> choose(Map<String, Range> ranges) {
        Map<String, Integer> chosen = new TreeMap<>();
        ranges.forEach((label, range) -> chosen.put(label, range.usual));
        for (int round = 0; round < ROUNDS; round++) {
            ranges.forEach(
                    (label, range) -> {
                        Map<String, Integer> others = new TreeMap<>(chosen);
                        others.remove(label);
                        int best =
                                range.half().stream()
                                        .max(Comparator.comparingDouble(c -> nearest(c, others)))
                                        .orElseThrow();
                        chosen.put(label, best);
                    });
        }
        return chosen;
    }

    private static double nearest(int colour, Map<String, Integer> others) {
        return others.values().stream().mapToDouble(o -> difference(colour, o)).min().orElse(0);
    }

    /** On a map areas lie side by side: plain differences, of lightness as of hue. */
    private static double difference(int a, int b) {
        Hue one = Hue.of(a);
        Hue other = Hue.of(b);
        double light = one.light() - other.light();
        double red = one.red() - other.red();
        double yellow = one.yellow() - other.yellow();
        return Math.sqrt(light * light + red * red + yellow * yellow);
    }
}
