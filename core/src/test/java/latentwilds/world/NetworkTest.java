package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import latentwilds.world.Network.Link;
import org.junit.jupiter.api.Test;

class NetworkTest {
    /** The corners of a square and a place beyond one of them. */
    private static final List<Settlement> PLACES =
            List.of(
                    place(0, 0, 0),
                    place(1, 10, 0),
                    place(2, 10, 11),
                    place(3, 0, 12),
                    place(4, 14, 0));

    private static Settlement place(int index, int x, int y) {
        return new Settlement(index, new Cell(x, y));
    }

    @Test
    void aTreeOfTheShortestRoadsJoinsAll() {
        assertThat(Network.of(PLACES, 0))
                .containsExactly(new Link(0, 1), new Link(1, 4), new Link(1, 2), new Link(2, 3));
    }

    @Test
    void theShortcutIsTheOneThatSavesMost() {
        assertThat(Network.of(PLACES, 1)).hasSize(5).endsWith(new Link(0, 3));
    }
}
