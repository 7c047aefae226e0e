package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WallsTest {
    private static final int FROM = 22;
    private static final int TO = 42;

    /** Two squares of a cell's side each have at most two lines. */
    private static final int MOST_POINTS = 400;

    private final WorldMap map = new Island(new Streams(new RunSeed(2))).map();

    private record Line(float fromX, float fromY, float toX, float toY) {}

    private static List<Line> lines(Walls.Chain chain) {
        float[] p = chain.points();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < chain.count() - (chain.loop() ? 0 : 1); i++) {
            int to = 2 * ((i + 1) % chain.count());
            lines.add(new Line(p[2 * i], p[2 * i + 1], p[to], p[to + 1]));
        }
        return lines;
    }

    private List<Walls.Chain> all() {
        List<Walls.Chain> chains = new ArrayList<>();
        for (int i = FROM; i < TO; i++) {
            for (int j = FROM; j < TO; j++) {
                chains.addAll(Walls.of(map::walkable, new ChunkPlace(j, i)));
            }
        }
        return chains;
    }

    /** Even-odd rule over the lines of everything between, along a row of cell middles. */
    @Test
    void everyBlockedCellIsOnTheOtherSideOfABorderAndNoOther() {
        List<Line> lines = all().stream().flatMap(c -> lines(c).stream()).toList();
        int left = (FROM + 1) * ChunkPlace.CELLS;
        int right = (TO - 1) * ChunkPlace.CELLS;
        int wrong = 0;
        for (int y = left; y < right; y++) {
            // A hair above the middles, where no line has an end.
            double row = y + 0.5 + 1e-3;
            double[] crossings =
                    lines.stream()
                            .filter(l -> (l.fromY > row) != (l.toY > row))
                            .mapToDouble(
                                    l ->
                                            l.fromX
                                                    + (row - l.fromY)
                                                            / (l.toY - l.fromY)
                                                            * (l.toX - l.fromX))
                            .sorted()
                            .toArray();
            boolean first = map.walkable(left, y);
            int passed = (int) Arrays.stream(crossings).filter(c -> c < left + 0.5).count();
            for (int x = left; x < right; x++) {
                while (passed < crossings.length && crossings[passed] < x + 0.5) {
                    first = !first;
                    passed++;
                }
                wrong += first == map.walkable(x, y) ? 0 : 1;
            }
        }
        assertThat(lines).hasSizeGreaterThan(1_000);
        assertThat(wrong).isZero();
    }

    @Test
    void whereAPieceEndsTheNextChunksBeginsAndTheGhostsAreOnIt() {
        List<Walls.Chain> pieces = all().stream().filter(c -> !c.loop()).toList();
        Map<List<Float>, Walls.Chain> starts = new HashMap<>();
        pieces.forEach(c -> starts.put(List.of(c.points()[0], c.points()[1]), c));
        int joints = 0;
        for (Walls.Chain chain : pieces) {
            int end = chain.points().length;
            float x = chain.points()[end - 2];
            float y = chain.points()[end - 1];
            Walls.Chain next = starts.get(List.of(x, y));
            if (next == null) {
                continue;
            }
            joints++;
            assertThat(ahead(x, y, next.points()[2], next.points()[3], chain.after())).isTrue();
            assertThat(ahead(x, y, chain.points()[end - 4], chain.points()[end - 3], next.before()))
                    .isTrue();
        }
        assertThat(pieces).hasSizeGreaterThan(100);
        assertThat(joints).isGreaterThan(pieces.size() * 3 / 4);
    }

    /** Whether a ghost lies between a joint and the end of the straight line that goes on there. */
    private static boolean ahead(float x, float y, float toX, float toY, float[] ghost) {
        double cross = (toX - x) * (ghost[1] - y) - (toY - y) * (ghost[0] - x);
        double along = (toX - x) * (ghost[0] - x) + (toY - y) * (ghost[1] - y);
        return Math.abs(cross) < 1e-6 && along > 0;
    }

    @Test
    void openSeaHasNoBorder() {
        assertThat(Walls.of(map::walkable, new ChunkPlace(0, 0))).isEmpty();
    }

    @Test
    void bordersHaveFewPointsAndNoneBetweenTwoOthersOnALine() {
        int most = 0;
        for (Walls.Chain chain : all()) {
            float[] p = chain.points();
            assertThat(chain.count()).isGreaterThanOrEqualTo(chain.loop() ? 4 : 2);
            for (int i = 2; i + 3 < p.length; i += 2) {
                float turn =
                        (p[i] - p[i - 2]) * (p[i + 3] - p[i + 1])
                                - (p[i + 1] - p[i - 1]) * (p[i + 2] - p[i]);
                assertThat(turn).isNotZero();
            }
            most = Math.max(most, chain.count());
        }
        assertThat(most).isLessThan(MOST_POINTS);
    }
}
