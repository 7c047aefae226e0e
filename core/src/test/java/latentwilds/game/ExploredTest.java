package latentwilds.game;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.gdx.math.Vector2;
import org.junit.jupiter.api.Test;

class ExploredTest {
    private final Explored explored = new Explored();

    @Test
    void whatIsInSightIsSeenAndNothingElse() {
        explored.look(new Vector2(500, 300));
        for (int y = 0; y < Explored.SIDE; y++) {
            for (int x = 0; x < Explored.SIDE; x++) {
                double distance = Math.hypot((x + 0.5) * 8 - 500, (y + 0.5) * 8 - 300);
                assertThat(explored.at(x, y)).isEqualTo(distance < 26);
            }
        }
    }

    @Test
    void onlyNewPlacesCount() {
        explored.look(new Vector2(500, 300));
        int first = explored.count();
        explored.look(new Vector2(500, 300));
        assertThat(explored.count()).isEqualTo(first).isPositive();
        explored.look(new Vector2(530, 300));
        assertThat(explored.count()).isGreaterThan(first);
    }

    @Test
    void thereIsNothingBeyondTheEdge() {
        explored.look(new Vector2(1, 1));
        assertThat(explored.at(-1, 0)).isFalse();
        assertThat(explored.at(0, Explored.SIDE)).isFalse();
        assertThat(explored.at(0, 0)).isTrue();
    }
}
