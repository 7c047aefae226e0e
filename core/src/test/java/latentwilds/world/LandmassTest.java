package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Outlines before noise frays them, on a raster of 64 x 64. */
class LandmassTest {
    private static final int SIZE = 64;
    private static final int DRAWS = 12;

    private static boolean[] land(Outlines family, long draw) {
        Landmass landmass =
                new Landmass(SIZE, family, new Streams(new RunSeed(draw)).stream("world.outline"));
        boolean[] land = new boolean[SIZE * SIZE];
        for (int i = 0; i < land.length; i++) {
            land[i] = landmass.inland(i % SIZE, i / SIZE) > 0;
        }
        return land;
    }

    private static int lands(boolean[] land) {
        int[] regions = Regions.label(SIZE, (x, y) -> land[y * SIZE + x]);
        return Regions.sizes(regions).length;
    }

    /** How much longer than wide, by second moments. */
    private static double length(boolean[] land) {
        double n = 0;
        double mx = 0;
        double my = 0;
        for (int i = 0; i < land.length; i++) {
            n += land[i] ? 1 : 0;
            mx += land[i] ? i % SIZE : 0;
            my += land[i] ? i / SIZE : 0;
        }
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < land.length; i++) {
            double dx = i % SIZE - mx / n;
            double dy = i / SIZE - my / n;
            xx += land[i] ? dx * dx : 0;
            yy += land[i] ? dy * dy : 0;
            xy += land[i] ? dx * dy : 0;
        }
        double mean = (xx + yy) / 2;
        double spread = Math.sqrt((xx - yy) * (xx - yy) / 4 + xy * xy);
        return Math.sqrt((mean + spread) / (mean - spread));
    }

    @ParameterizedTest
    @EnumSource(Outlines.class)
    void everyFamilyLeavesRoomForLandAndForSea(Outlines family) {
        for (long draw = 0; draw < DRAWS; draw++) {
            boolean[] land = land(family, draw);
            double share = (double) lit(land) / land.length;
            assertThat(share).as("%s %d", family, draw).isBetween(0.08, 0.42);
        }
    }

    private static int lit(boolean[] land) {
        int count = 0;
        for (boolean l : land) {
            count += l ? 1 : 0;
        }
        return count;
    }

    @Test
    void familiesAreWhatTheirNamesSay() {
        for (long draw = 0; draw < DRAWS; draw++) {
            assertThat(length(land(Outlines.SPINE, draw))).isGreaterThan(2.5);
            assertThat(length(land(Outlines.CONE, draw))).isLessThan(1.6);
            assertThat(lands(land(Outlines.ARCHIPELAGO, draw))).isGreaterThan(4);
            boolean[] ring = land(Outlines.RING, draw);
            assertThat(ring[SIZE / 2 * SIZE + SIZE / 2]).isFalse();
            assertThat(seas(land(Outlines.INNER_SEA, draw))).isGreaterThan(1);
            assertThat(seas(land(Outlines.GULF, draw))).isGreaterThanOrEqualTo(1);
        }
    }

    private static int seas(boolean[] land) {
        int[] regions = Regions.label(SIZE, (x, y) -> !land[y * SIZE + x]);
        return Regions.sizes(regions).length;
    }

    @Test
    void noTwoFamiliesDrawTheSame() {
        boolean[][] all =
                Arrays.stream(Outlines.values()).map(f -> land(f, 1)).toArray(boolean[][]::new);
        for (int a = 0; a < all.length; a++) {
            for (int b = a + 1; b < all.length; b++) {
                int differ = 0;
                for (int i = 0; i < all[a].length; i++) {
                    differ += all[a][i] != all[b][i] ? 1 : 0;
                }
                assertThat(differ).as("%d and %d", a, b).isGreaterThan(SIZE * SIZE / 25);
            }
        }
    }
}
