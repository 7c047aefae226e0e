package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class RegionsTest {
    private static final int SIZE = 6;
    private static final String RASTER =
            """
            ##...#
            ##...#
            ..#...
            ...###
            #.....
            ##.###
            """
                    .replace("\n", "");

    private static boolean wall(int x, int y) {
        return RASTER.charAt(y * SIZE + x) == '#';
    }

    @Test
    void cellsThatTouchByACornerAreTwoRegions() {
        int[] sizes = Regions.sizes(Regions.label(SIZE, RegionsTest::wall));
        assertThat(Arrays.stream(sizes).sorted()).containsExactly(1, 2, 3, 3, 3, 4);
    }

    @Test
    void smallRegionsAreThoseOfFewerCells() {
        assertThat(small(everywhere(), 2)).isEqualTo(1);
        assertThat(small(everywhere(), 3)).isEqualTo(3);
        assertThat(small(everywhere(), 4)).isEqualTo(12);
        assertThat(small(everywhere(), 5)).isEqualTo(16);
        assertThat(small(everywhere(), 100)).isEqualTo(16);
    }

    @Test
    void onlyRegionsThatTouchAStartAreFound() {
        BitSet starts = new BitSet();
        starts.set(0);
        starts.set(2);
        BitSet square = new BitSet();
        square.set(0, 2);
        square.set(SIZE, SIZE + 2);
        assertThat(Regions.small(SIZE, starts, RegionsTest::wall, 9)).isEqualTo(square);
    }

    private static BitSet everywhere() {
        BitSet all = new BitSet();
        all.set(0, SIZE * SIZE);
        return all;
    }

    private static int small(BitSet starts, int enough) {
        return Regions.small(SIZE, starts, RegionsTest::wall, enough).cardinality();
    }
}
