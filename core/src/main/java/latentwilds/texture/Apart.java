package latentwilds.texture;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One colour per ground such that grounds are told from each other: the most usual one that is far
 * enough from those of all others, of the mean and the more usual half of a ground's pictures; the
 * farthest where none is. Means alone will not do: dirt, gravel, beach and paving, each of many
 * colours, average to one tan.
 */
public final class Apart {
    /** Far enough in OKLab for two areas side by side to be told from each other. */
    private static final double ENOUGH = 0.05;

    /** At most: the choice settles in three or four, unless two grounds chase each other. */
    private static final int ROUNDS = 12;

    /**
     * What a ground's pictures look like.
     *
     * @param usual the mean of all of them, {@code 0xRRGGBB}
     * @param each of one picture, at least one
     */
    public record Range(int usual, List<Integer> each) {
        /** The usual one, and the half that is nearest to it, nearest first. */
        List<Integer> fitting() {
            return Stream.concat(
                            Stream.of(usual),
                            each.stream()
                                    .sorted(Comparator.comparingDouble(c -> difference(c, usual)))
                                    .limit((each.size() + 1) / 2))
                    .toList();
        }
    }

    private Apart() {}

    /**
     * Chooses.
     *
     * @param ranges ground to the colours of its pictures
     * @param <G> names a ground
     * @return ground to one of them
     */
    public static <G extends Comparable<G>> Map<G, Integer> choose(Map<G, Range> ranges) {
        Map<G, Integer> chosen = new TreeMap<>();
        ranges.forEach((ground, range) -> chosen.put(ground, range.usual));
        Map<G, Integer> before = Map.of();
        for (int round = 0; round < ROUNDS && !chosen.equals(before); round++) {
            before = new TreeMap<>(chosen);
            ranges.forEach(
                    (ground, range) -> {
                        Map<G, Integer> others = new TreeMap<>(chosen);
                        others.remove(ground);
                        chosen.put(ground, choose(range.fitting(), others));
                    });
        }
        return chosen;
    }

    private static int choose(List<Integer> fitting, Map<?, Integer> others) {
        return fitting.stream()
                .filter(c -> nearest(c, others) >= ENOUGH)
                .findFirst()
                .or(() -> fitting.stream().max(Comparator.comparingDouble(c -> nearest(c, others))))
                .orElseThrow();
    }

    private static double nearest(int colour, Map<?, Integer> others) {
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
