package latentwilds.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatentGridTest {

    @Test
    void aVectorIsAGridOfOneCell() {
        float[] noise = {1, 2, 3};
        LatentGrid grid = LatentGrid.vector(noise, new float[] {4});

        assertThat(grid.rows()).isEqualTo(1);
        assertThat(grid.columns()).isEqualTo(1);
        assertThat(grid.noise()).isSameAs(noise);
        assertThat(grid.code()).containsExactly(4);
    }

    @Test
    void noiseAndCodeMayHaveAnyNumberOfWholeChannels() {
        LatentGrid grid = new LatentGrid(2, 3, new float[12], new float[0]);

        assertThat(grid.noise()).hasSize(12);
        assertThat(grid.code()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"7, 6", "6, 7", "5, 0", "0, 1"})
    void halfAChannelIsRefused(int noise, int code) {
        assertThatThrownBy(() -> new LatentGrid(2, 3, new float[noise], new float[code]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("6 cells: expected whole channels")
                .hasMessageContaining("found %d noise and %d code values", noise, code);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "-1, -1"})
    void aGridHasACell(int rows, int columns) {
        assertThatThrownBy(() -> new LatentGrid(rows, columns, new float[0], new float[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "expected at least 1 x 1 cells, found %d x %d", rows, columns);
    }
}
