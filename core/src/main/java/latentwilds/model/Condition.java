package latentwilds.model;

import java.util.List;

/**
 * What a generator can be asked for: groups of labels, each label with a learned code. The code
 * that reaches the network is the concatenation, group by group, of a weighted mix of that group's
 * label codes; a mix of two biomes is a place between them.
 *
 * <p>The codes of group {@code g} are the tensor {@code condition.<name>.codes}, shape {@code
 * [labels][codeSize]}.
 *
 * @param groups the label groups in the order of concatenation; empty for an unconditional
 *     generator
 */
public record Condition(List<Group> groups) {

    /** An unconditional generator's condition. */
    public static final Condition NONE = new Condition(List.of());

    /** Copies the list, so that a condition never changes. */
    public Condition {
        groups = List.copyOf(groups);
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
     * One set of labels of which a picture has one (or a mix).
     *
     * @param name for example {@code biome}, {@code ancestry}
     * @param labels label names; the index is the row in the code table
     * @param codeSize length of one label's code
     */
    public record Group(String name, List<String> labels, int codeSize) {
        /** Copies the list, so that a group never changes. */
        public Group {
            labels = List.copyOf(labels);
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
