package latentwilds.game;

import static org.assertj.core.api.Assertions.assertThat;

import latentwilds.world.Cell;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialogueTest {
    @ParameterizedTest
    @CsvSource({
        "10, 0, east",
        "10, 9, northeast",
        "0, 10, north",
        "-8, 9, northwest",
        "-5, 1, west",
        "-7, -7, southwest",
        "1, -9, south",
        "6, -5, southeast"
    })
    void directionsAreThoseOfTheMap(int dx, int dy, String expected) {
        assertThat(Dialogue.direction(new Cell(20, 30), new Cell(20 + dx, 30 + dy)))
                .isEqualTo(expected);
    }
}
