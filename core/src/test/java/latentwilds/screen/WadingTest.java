package latentwilds.screen;

import static org.assertj.core.api.Assertions.assertThat;

import latentwilds.world.Footing;
import org.junit.jupiter.api.Test;

class WadingTest {
    private static final int HEIGHT = 34;
    private static final Footing BROOK = new Footing(0.5, 1, 1);

    @Test
    void onFirmGroundNothingIsSunkAndTheShadowIsWhole() {
        assertThat(Wading.in(Footing.DRY, 1, HEIGHT)).isEqualTo(new Wading(0, 0, 1));
    }

    @Test
    void aMetreIsSixteenDrawnPixelsOfWhichRowsAreWhole() {
        assertThat(Wading.in(BROOK, 1, HEIGHT).rows()).isEqualTo(8);
        assertThat(Wading.in(BROOK, 4 / 3f, HEIGHT).rows()).isEqualTo(6);
        assertThat(Wading.in(new Footing(0.03, 1, 0.1), 1, HEIGHT).rows()).isZero();
    }

    @Test
    void evenTheSmallAreStillSeenInDeepWater() {
        assertThat(Wading.in(new Footing(0.9, 0.6, 1), 2 / 3f, HEIGHT).rows())
                .isLessThan(HEIGHT / 3);
    }

    @Test
    void thereIsNoShadowOnWaterAndHalfAShadowOnItsEdge() {
        assertThat(Wading.in(BROOK, 1, HEIGHT).shadow()).isZero();
        assertThat(Wading.in(new Footing(0.25, 1, 0.5), 1, HEIGHT).shadow()).isEqualTo(0.5f);
    }

    @Test
    void theDeeperTheLessIsSeen() {
        Wading wading = Wading.in(BROOK, 1, HEIGHT);
        for (int row = 1; row < wading.rows() - 1; row++) {
            assertThat(wading.seen(row)).isGreaterThan(wading.seen(row - 1)).isLessThan(1);
        }
        assertThat(wading.seen(wading.rows() - 1))
                .as("the surface")
                .isLessThan(wading.seen(wading.rows() - 2));
        for (int rows = 1; rows <= 3; rows++) {
            Wading low = new Wading(rows, 1, 0);
            for (int row = 0; row < rows; row++) {
                assertThat(low.seen(row)).isBetween(0.1f, 0.9f);
            }
        }
    }

    @Test
    void mudHidesMoreThanABrook() {
        Wading mud = Wading.in(new Footing(0.5, 0.4, 1), 1, HEIGHT);
        for (int row = 0; row < mud.rows(); row++) {
            assertThat(mud.seen(row)).isLessThan(Wading.in(BROOK, 1, HEIGHT).seen(row));
        }
    }

    @Test
    void aStepLiftsByOneRow() {
        assertThat(new Wading(5, 1, 0).lifted()).isEqualTo(new Wading(4, 1, 0));
        assertThat(new Wading(0, 0, 1).lifted().rows()).isZero();
    }
}
