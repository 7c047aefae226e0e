package latentwilds.training.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProbeTest {
    private static final float[] PICTURES = {0, 0, 1, 1, 0, 0, 5, 5};

    @Test
    void picturesAreComparedWithThoseOfTheirOwnLabels() {
        // The first and third are the same picture of the same label, however many others differ.
        assertThat(Probe.distance(PICTURES, new int[][] {{0}, {1}, {0}, {2}})).isZero();
        assertThat(Probe.distance(PICTURES, new int[][] {{0}, {1}, {0}, {1}})).isEqualTo(2);
    }

    @Test
    void whereNoTwoShareTheirLabelsAllAreCompared() {
        assertThat(Probe.distance(PICTURES, new int[][] {{0}, {1}, {2}, {3}}))
                .isEqualTo((1 + 0 + 5 + 1 + 4 + 5) / 6.0);
    }

    @Test
    void withoutLabelsAllAreCompared() {
        assertThat(Probe.distance(PICTURES, new int[4][0]))
                .isEqualTo((1 + 0 + 5 + 1 + 4 + 5) / 6.0);
    }
}
