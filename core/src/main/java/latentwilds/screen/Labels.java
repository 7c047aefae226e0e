package latentwilds.screen;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds places for names so that none covers another: the greedy labelling of point features
 * (Christensen, Marks and Shieber, 1995). The most important chooses first; who finds no room is
 * left out. Plain arithmetic; any thread.
 */
final class Labels {
    private Labels() {}

    /**
     * A name that wants a place.
     *
     * @param places where it may be, the best first
     * @param importance the higher ones choose first; among equals, the first in the list
     */
    record Label(List<Box> places, double importance) {
        Label {
            places = List.copyOf(places);
        }
    }

    /**
     * Chooses places.
     *
     * @param area holds all of them
     * @param taken is covered by none of them
     * @param labels who wants a place
     * @return one for each label in the same order; empty for those that are left out
     */
    static List<Optional<Box>> place(Box area, List<Box> taken, List<Label> labels) {
        List<Box> full = new ArrayList<>(taken);
        List<Optional<Box>> chosen =
                new ArrayList<>(Collections.nCopies(labels.size(), Optional.empty()));
        List<Integer> order =
                IntStream.range(0, labels.size())
                        .boxed()
                        .sorted(Comparator.comparing(i -> -labels.get(i).importance()))
                        .toList();
        for (int i : order) {
            Optional<Box> place =
                    labels.get(i).places().stream()
                            .filter(area::holds)
                            .filter(p -> full.stream().noneMatch(p::meets))
                            .findFirst();
            place.ifPresent(full::add);
            chosen.set(i, place);
        }
        return chosen;
    }

    /**
     * The places beside a mark: right, left, above, below, then the same half way to the corners
     * (Yoeli, 1972).
     *
     * @param mark what is named
     * @param gap between mark and name
     * @return the best first
     */
    static List<Box> beside(Box mark, int width, int height, int gap) {
        int right = mark.left() + mark.width() + gap;
        int left = mark.left() - gap - width;
        int above = mark.bottom() + mark.height() + gap;
        int below = mark.bottom() - gap - height;
        int centre = mark.left() + (mark.width() - width) / 2;
        int middle = mark.bottom() + (mark.height() - height) / 2;
        return List.of(
                new Box(right, middle, width, height),
                new Box(left, middle, width, height),
                new Box(centre, above, width, height),
                new Box(centre, below, width, height),
                new Box(mark.left(), above, width, height),
                new Box(mark.left(), below, width, height),
                new Box(mark.left() + mark.width() - width, above, width, height),
                new Box(mark.left() + mark.width() - width, below, width, height));
    }
}
