package latentwilds.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private static final Box CHART = new Box(10, 20, 224, 224);
    private static final int MARK = 5;
    private static final int GAP = 2;

    /** Marks on a chart, with a name of some length each. */
    private record Marks(List<Box> boxes, List<Labels.Label> labels) {
        List<Optional<Box>> place() {
            return Labels.place(CHART, boxes, labels);
        }
    }

    private static Marks marks(Random random, int count) {
        List<Box> marks = new ArrayList<>();
        List<Labels.Label> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Box mark =
                    new Box(
                            CHART.left() + random.nextInt(CHART.width() - MARK),
                            CHART.bottom() + random.nextInt(CHART.height() - MARK),
                            MARK,
                            MARK);
            marks.add(mark);
            int width = 30 + random.nextInt(60);
            labels.add(
                    new Labels.Label(
                            Labels.beside(mark, width, 10, GAP), random.nextInt(2 * count)));
        }
        return new Marks(marks, labels);
    }

    @Test
    void noNameMeetsAnotherOrAMarkAndAllAreOnTheChart() {
        Random random = new Random(3);
        int placed = 0;
        for (int run = 0; run < 500; run++) {
            Marks marks = marks(random, 1 + random.nextInt(40));
            List<Optional<Box>> places = marks.place();
            assertThat(places).hasSameSizeAs(marks.labels);
            List<Box> names = places.stream().flatMap(Optional::stream).toList();
            for (int i = 0; i < names.size(); i++) {
                Box name = names.get(i);
                assertThat(CHART.holds(name)).isTrue();
                assertThat(marks.boxes).noneMatch(name::meets);
                assertThat(names.subList(i + 1, names.size())).noneMatch(name::meets);
            }
            placed += names.size();
        }
        assertThat(placed).isGreaterThan(3000);
    }

    @Test
    void whoIsLeftOutHasNoRoomBesideThoseWhoMatterMore() {
        Random random = new Random(5);
        int dropped = 0;
        for (int run = 0; run < 500; run++) {
            Marks marks = marks(random, 1 + random.nextInt(40));
            List<Optional<Box>> places = marks.place();
            for (int i = 0; i < places.size(); i++) {
                if (places.get(i).isEmpty()) {
                    dropped++;
                    List<Box> full = new ArrayList<>(marks.boxes);
                    for (int other = 0; other < places.size(); other++) {
                        if (marks.labels.get(other).importance()
                                >= marks.labels.get(i).importance()) {
                            places.get(other).ifPresent(full::add);
                        }
                    }
                    assertThat(marks.labels.get(i).places())
                            .noneMatch(p -> CHART.holds(p) && full.stream().noneMatch(p::meets));
                }
            }
        }
        assertThat(dropped).isPositive();
    }

    @Test
    void theMostImportantIsKeptWhateverStandsInTheList() {
        List<Box> same = List.of(new Box(20, 30, 40, 10));
        List<Labels.Label> labels = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            labels.add(new Labels.Label(same, i));
        }
        Collections.shuffle(labels, new Random(7));
        List<Optional<Box>> places = Labels.place(CHART, List.of(), labels);
        for (int i = 0; i < 5; i++) {
            assertThat(places.get(i).isPresent()).isEqualTo(labels.get(i).importance() == 4);
        }
    }

    @Test
    void aNameAloneStandsToTheRightOfItsMarkOrToTheLeftAtTheEdge() {
        Box mark = new Box(100, 100, MARK, MARK);
        Box east = new Box(CHART.left() + CHART.width() - MARK, 100, MARK, MARK);
        assertThat(first(mark)).contains(new Box(107, 98, 40, 10));
        assertThat(first(east)).contains(new Box(187, 98, 40, 10));
    }

    private static Optional<Box> first(Box mark) {
        return Labels.place(
                        CHART,
                        List.of(mark),
                        List.of(new Labels.Label(Labels.beside(mark, 40, 10, GAP), 1)))
                .get(0);
    }

    @Test
    void boxesThatTouchDoNotMeet() {
        Box box = new Box(0, 0, 10, 10);
        assertThat(box.meets(new Box(10, 0, 5, 5))).isFalse();
        assertThat(box.meets(new Box(0, -5, 5, 5))).isFalse();
        assertThat(box.meets(new Box(9, 9, 5, 5))).isTrue();
        assertThat(box.grown(1).meets(new Box(10, 0, 5, 5))).isTrue();
        assertThat(box.holds(box)).isTrue();
        assertThat(box.holds(new Box(0, 0, 11, 10))).isFalse();
    }
}
