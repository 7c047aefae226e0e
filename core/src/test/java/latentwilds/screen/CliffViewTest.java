package latentwilds.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CliffViewTest {
    @Test
    void allThatIsInSightIsKeptHoweverTallTheWindow() {
        assertThat(CliffView.enough(6)).isEqualTo(24);
        // 400 x 2000 shows 27 chunks.
        assertThat(CliffView.enough(27)).isGreaterThan(27);
        assertThat(CliffView.enough(200)).isGreaterThan(200);
    }
}
