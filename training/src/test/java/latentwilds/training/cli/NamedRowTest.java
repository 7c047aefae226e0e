package latentwilds.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import latentwilds.model.ModelCard;
import org.junit.jupiter.api.Test;

/** {@link NamedRow}: which way a named direction points. */
class NamedRowTest {
    private static final List<ModelCard.Direction> FOUND =
            List.of(
                    new ModelCard.Direction(List.of(1f, 0f), -3, 3),
                    new ModelCard.Direction(List.of(.6f, -.8f), -3, 3));

    @Test
    void aRowKeepsItsSignAndTakesTheRange() {
        assertThat(NamedRow.parse("--name a", "1:-2:1.5").of(FOUND, "--name a"))
                .isEqualTo(new ModelCard.Direction(List.of(.6f, -.8f), -2, 1.5));
        assertThat(NamedRow.parse("--name a", "1").of(FOUND, "--name a")).isEqualTo(FOUND.get(1));
    }

    @Test
    void fromHighToLowTurnsItRound() {
        assertThat(NamedRow.parse("--name a", "1:2:-1.5").of(FOUND, "--name a"))
                .isEqualTo(new ModelCard.Direction(List.of(-.6f, .8f), -2, 1.5));
    }
}
