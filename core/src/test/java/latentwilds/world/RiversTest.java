package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.world.Strokes.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RiversTest {
    private static final int SIZE = BiomeField.SIZE;

    /** Of so few cells it is a part of a shore that a river runs along. */
    private static final int FEW = 4;

    /** On these, rivers would end before beaches, rock or ash if these went before water. */
    @ParameterizedTest
    @ValueSource(longs = {2, 4, 1234})
    void everyRiverReachesTheSeaOrALake(long seed) {
        Streams streams = new Streams(new RunSeed(seed));
        Climate climate = new Climate(streams, SIZE);
        Waters waters = new Waters(streams, climate, SIZE);
        WorldMap map = new Island(streams).map();
        boolean[] river = new boolean[SIZE * SIZE];
        boolean[] still = new boolean[SIZE * SIZE];
        for (int i = 0; i < SIZE * SIZE; i++) {
            double x = i % SIZE + 0.5;
            double y = i / SIZE + 0.5;
            Biome ground = map.biome(i % SIZE, i / SIZE);
            boolean water = ground == Biome.SHALLOW_WATER || ground == Biome.DEEP_WATER;
            boolean sea = climate.elevation(x, y) < Climate.SEA;
            still[i] = water && (sea || waters.lake(x, y) > 0);
            river[i] = !still[i] && (water || ground.built()) && waters.river(x, y) > 0;
        }
        int rivers = 0;
        for (int i = 0; i < SIZE * SIZE; i++) {
            if (river[i]) {
                List<Integer> cells = new ArrayList<>();
                boolean ends = follow(river, still, i, cells);
                if (cells.size() >= FEW) {
                    rivers++;
                    assertThat(ends).as("river at %d, %d", i % SIZE, i / SIZE).isTrue();
                }
            }
        }
        assertThat(rivers).isGreaterThan(5);
    }

    /** Takes a river's cells off the map; returns whether still water touches one. */
    private static boolean follow(boolean[] river, boolean[] still, int from, List<Integer> cells) {
        boolean ends = false;
        river[from] = false;
        cells.add(from);
        for (int head = 0; head < cells.size(); head++) {
            int at = cells.get(head);
            for (int i = 0; i < 9; i++) {
                int next = at + i % 3 - 1 + SIZE * (i / 3 - 1);
                ends |= still[next];
                if (river[next]) {
                    river[next] = false;
                    cells.add(next);
                }
            }
        }
        return ends;
    }

    @Test
    void lavaCoolsBesideARiver() {
        Streams streams = new Streams(new RunSeed(45));
        Climate climate = new Climate(streams, SIZE);
        Waters waters = new Waters(streams, climate, SIZE);
        WorldMap map = new Island(streams).map();
        int hot = 0;
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                boolean molten = climate.strangeness(x + 0.5, y + 0.5) > Climate.MOLTEN;
                if (molten && waters.river(x + 0.5, y + 0.5) > -1) {
                    hot++;
                    assertThat(map.biome(x, y)).isNotEqualTo(Biome.LAVA);
                }
            }
        }
        assertThat(hot).isGreaterThan(50);
    }

    @Test
    void riversBeginAsThreadsAndGrow() {
        Streams streams = new Streams(new RunSeed(1234));
        Climate climate = new Climate(streams, SIZE);
        Drainage drainage = new Drainage(climate, SIZE);
        Rivers rivers = new Rivers(streams, drainage, climate, SIZE);
        Field drawn = rivers.drawn();
        int places = drainage.side() * drainage.side();
        boolean[] fed = new boolean[places];
        for (int place = 0; place < places; place++) {
            if (rivers.runs(place)) {
                fed[drainage.parent(place)] = true;
            }
        }
        List<Double> springs = new ArrayList<>();
        List<Double> below = new ArrayList<>();
        for (int place = 0; place < places; place++) {
            if (rivers.runs(place) && !fed[place]) {
                int next = drainage.parent(place);
                springs.add(inside(drawn, rivers, place, next));
                below.add(inside(drawn, rivers, next, drainage.parent(next)));
            }
        }
        assertThat(springs).hasSizeGreaterThan(10);
        // A cell's middle is hardly ever on the line itself.
        assertThat(mean(springs)).isNegative();
        assertThat(mean(below)).isGreaterThan(0.2);
    }

    /** How far inside of a river's bank the middle between two places is. */
    private static double inside(Field drawn, Rivers rivers, int place, int next) {
        Point middle = rivers.point(place).middle(rivers.point(next));
        return drawn.at(middle.x(), middle.y());
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(v -> v).average().orElseThrow();
    }
}
