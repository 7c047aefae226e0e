package latentwilds.model;

import java.util.List;
import java.util.Set;

/**
 * What a generator can be asked for: groups of labels, each label with a learned code. The code
 * that reaches the network is the concatenation, group by group, of a weighted mix of that group's
 * label codes; a mix of two biomes is a place between them.
 *
 * <p>The codes of group {@code g} are the tensor {@code condition.<name>.codes}, shape {@code
 * [labels][codeSize]}. Where they have accents, the code of a label leans with the noise that a
 * region shares, channel by channel: {@code condition.<name>.accents}, shape {@code
 * [labels][regionSize][codeSize]}, is added times that noise.
 *
 * @param groups the label groups in the order of concatenation; empty for an unconditional
 *     generator
 */
public record Condition(List<Group> groups) {

    /** An unconditional generator's condition. */
    public static final Condition NONE = new Condition(List.of());

    /**
     * Copies the list, so that a condition never changes.
     *
     * @throws IllegalArgumentException if a group comes twice
     */
    public Condition {
        require(groups != null, "groups", "a list, if an empty one", groups);
        groups = List.copyOf(groups);
        List<String> names = groups.stream().map(Group::name).toList();
        require(Set.copyOf(names).size() == names.size(), "groups", "no group twice", names);
    }

    private static void require(boolean ok, String what, String expected, Object found) {
        if (!ok) {
            throw new IllegalArgumentException(
                    "Condition: %s: expected %s, found %s".formatted(what, expected, found));
        }
    }

    /**
     * Channels of the whole code.
     *
     * @return the sum over groups, 0 when unconditional
     */
    public int codeSize() {
        return groups.stream().mapToInt(Group::codeSize).sum();
    }

    /**
     * The group of that name.
     *
     * @param name for example {@code biome}
     * @return the group
     * @throws IllegalArgumentException naming the groups there are, if that is not one of them
     */
    public Group group(String name) {
        return groups.stream()
                .filter(g -> g.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "No label group '%s'; this model has %s"
                                                .formatted(
                                                        name,
                                                        groups.stream()
                                                                .map(Group::name)
                                                                .toList())));
    }

    /**
     * How a label's places lie in the noise that a region shares: a mixture of normal distributions
     * of one width. The tensor {@code condition.<name>.places}, shape {@code [all][regionSize]},
     * has their middles, label after label.
     *
     * @param counts how many each label has; one that has none can be anywhere
     * @param spread standard deviation around each, 0 to 1
     */
    public record Places(List<Integer> counts, float spread) {
        /**
         * Copies the list, so that places never change.
         *
         * @throws IllegalArgumentException if there are none, or the spread is not 0 to 1
         */
        public Places {
            require(counts != null, "places", "a list of counts", null);
            counts = List.copyOf(counts);
            require(
                    counts.stream().allMatch(n -> n >= 0) && counts.stream().anyMatch(n -> n > 0),
                    "places",
                    "a number per label, not all 0",
                    counts);
            require(spread >= 0 && spread <= 1, "places", "a spread of 0 to 1", spread);
        }

        /**
         * How many there are.
         *
         * @return of all labels
         */
        public int count() {
            return counts.stream().mapToInt(n -> n).sum();
        }

        /**
         * Row of a label's first place.
         *
         * @param label its index
         * @return rows of the labels before it
         */
        public int first(int label) {
            return counts.subList(0, label).stream().mapToInt(n -> n).sum();
        }
    }

    /**
     * One set of labels of which a picture has one (or a mix).
     *
     * @param name for example {@code biome}, {@code ancestry}
     * @param labels label names; the index is the row in the code table
     * @param codeSize length of one label's code
     * @param accents whether a label's code leans with the noise that a region shares
     * @param places where in that noise the ground of each label was learned; null where that is
     *     anywhere
     */
    public record Group(
            String name, List<String> labels, int codeSize, boolean accents, Places places) {
        /**
         * Copies the list, so that a group never changes.
         *
         * @throws IllegalArgumentException if it has no name, no label, a label twice or no code
         */
        public Group {
            require(name != null && !name.isBlank(), "group", "a name", name);
            String where = "group '" + name + "'";
            require(labels != null && !labels.isEmpty(), where, "at least one label", labels);
            labels = List.copyOf(labels);
            require(Set.copyOf(labels).size() == labels.size(), where, "no label twice", labels);
            require(codeSize > 0, where, "a positive code size", codeSize);
            require(
                    places == null || places.counts().size() == labels.size(),
                    where,
                    "places for each of " + labels.size() + " labels",
                    places);
        }

        /**
         * Labels whose codes are the same everywhere.
         *
         * @param name as above
         * @param labels as above
         * @param codeSize as above
         */
        public Group(String name, List<String> labels, int codeSize) {
            this(name, labels, codeSize, false, null);
        }

        /**
         * The same labels with places.
         *
         * @param learned how many each label has
         * @return another group
         */
        public Group at(Places learned) {
            return new Group(name, labels, codeSize, accents, learned);
        }

        /**
         * Row of a label.
         *
         * @param label one of {@link #labels}
         * @return its index
         * @throws IllegalArgumentException naming the labels there are, if that is not one of them
         */
        public int indexOf(String label) {
            int index = labels.indexOf(label);
            if (index < 0) {
                throw new IllegalArgumentException(
                        "No label '%s' in group '%s'; it has %s".formatted(label, name, labels));
            }
            return index;
        }
    }
}
