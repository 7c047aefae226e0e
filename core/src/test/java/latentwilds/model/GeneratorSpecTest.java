package latentwilds.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratorSpecTest {
    private static final Activation RELU = Activation.RELU;

    @Test
    void aVectorGeneratorsSizeIsItsOwn() {
        GeneratorSpec face = Specs.face();

        assertThat(face.spatial()).isFalse();
        assertThat(face.cellPixels()).isEqualTo(4);
        assertThat(face.width(1)).isEqualTo(8);
        assertThat(face.height(1)).isEqualTo(12);
        assertThat(face.marginCells()).isZero();
        assertThat(face.condition().codeSize()).isEqualTo(3);
    }

    @Test
    void aSpatialGeneratorsSizeIsTheGrids() {
        GeneratorSpec field = Specs.field();

        assertThat(field.spatial()).isTrue();
        assertThat(field.cellPixels()).isEqualTo(8);
        assertThat(field.width(5)).isEqualTo(40);
        assertThat(field.height(2)).isEqualTo(16);
    }

    @Test
    void theMarginIsWhatTheLayersReadInWholeCells() {
        Layer up = new Layer.UpConv(3, 3, RELU, false);
        Layer convolution = new Layer.Conv3x3(3, 3, RELU, false);

        assertThat(spatial(up).marginCells()).isEqualTo(1);
        assertThat(spatial(up, up, up, up).marginCells()).isEqualTo(1);
        assertThat(spatial(convolution).marginCells()).isEqualTo(1);
        assertThat(spatial(convolution, convolution, convolution).marginCells()).isEqualTo(3);
        assertThat(spatial(convolution, up).marginCells()).isEqualTo(2);
        // Row -1 of four per cell is made from rows -1 and 0 of two, but row -2 from row -2 too.
        assertThat(spatial(up, up, convolution).marginCells()).isEqualTo(1);
        assertThat(spatial(up, up, convolution, convolution).marginCells()).isEqualTo(2);
    }

    @Test
    void macsCountEveryMultiplication() {
        // Dense 8 x 6 x (3 x 2); then 4 taps per pixel at 6 x 4, 9 at 6 x 4, 4 at 12 x 8.
        long expected = 8 * 6 * 6 + 24 * 4 * 9 * 4 + 24 * 9 * 4 * 5 + 96 * 4 * 5 * 4;

        assertThat(Specs.face().macs(1, 1)).isEqualTo(expected);
        assertThat(spatial(new Layer.Conv3x3(3, 3, RELU, false)).macs(5, 7))
                .isEqualTo(35 * 9 * 3 * 3);
    }

    @Test
    void aPerceptronsSizeIsItsLastLayers() {
        GeneratorSpec perceptron = Specs.perceptron();

        assertThat(perceptron.spatial()).isFalse();
        assertThat(perceptron.cellPixels()).isEqualTo(1);
        assertThat(perceptron.width(1)).isEqualTo(5);
        assertThat(perceptron.height(1)).isEqualTo(6);
        assertThat(perceptron.marginCells()).isZero();
        // (4 + 3) x 8, (8 + 3) x 7, then 7 x 4 outputs of 6 x 5.
        assertThat(perceptron.macs(1, 1)).isEqualTo(7 * 8 + 11 * 7 + 7 * 4 * 30);
    }

    @Test
    void aChainThatBreaksNamesTheLayer() {
        assertRefused(
                "layers[1].inputs must be 6 (what comes before it), found 7",
                new Layer.Conv3x3(3, 6, RELU, false),
                new Layer.Conv3x3(7, 3, RELU, false));
        assertRefused("layers[0].inputs must be 3", new Layer.UpConv(4, 3, RELU, false));
        assertRefused(
                "the last layer's outputs must be 3 (channels), found 4",
                new Layer.UpConv(3, 4, RELU, false));
        assertRefused(
                "layers[0].outputs must be a positive number, found 0",
                new Layer.UpConv(3, 0, RELU, false));
        assertRefused("layers[0].activation", new Layer.UpConv(3, 3, null, false));
        assertRefused("at least one layer");
    }

    @Test
    void aDenseLayerOnlyComesFirstOrAfterDenseLayersOfOnePixel() {
        String message =
                "layers[1] must be a dense layer only first or after dense layers of 1 x 1";
        assertRefused(
                message,
                new Layer.UpConv(3, 3, RELU, false),
                new Layer.Dense(3, 3, 1, 1, RELU, false));
        assertRefused(
                message,
                new Layer.Dense(3, 3, 4, 4, RELU, false),
                new Layer.Dense(3, 3, 1, 1, RELU, false));
        assertRefused("layers[0].height", new Layer.Dense(3, 3, 0, 1, RELU, false));
        assertRefused("layers[0].width", new Layer.Dense(3, 3, 1, -1, RELU, false));
    }

    @Test
    void whatIsMissingIsNamed() {
        List<Layer> layers = List.of(new Layer.UpConv(3, 3, RELU, false));

        assertThatThrownBy(() -> new GeneratorSpec(null, 3, Condition.NONE, layers, 3, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kind");
        assertThatThrownBy(() -> new GeneratorSpec("k", 0, Condition.NONE, layers, 3, ""))
                .hasMessageContaining("latentSize must be a positive number, found 0");
        assertThatThrownBy(() -> new GeneratorSpec("k", 3, null, layers, 3, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("condition");
        assertThatThrownBy(() -> new GeneratorSpec("k", 3, Condition.NONE, null, 3, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layers");
        assertThatThrownBy(() -> new GeneratorSpec("k", 3, Condition.NONE, layers, 5, ""))
                .hasMessageContaining("channels must be 3 or 4, found 5");
        assertThatThrownBy(() -> new GeneratorSpec("k", 3, Condition.NONE, layers, 3, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trainingHash");
    }

    @Test
    void onlyPartOfAGridsNoiseBelongsToTheRegion() {
        List<Layer> grid = List.of(new Layer.UpConv(3, 3, RELU, false));
        List<Layer> vector = List.of(new Layer.Dense(3, 3, 4, 4, RELU, false));

        assertThat(of(grid, 2, List.of()).regionSize()).isEqualTo(2);
        assertThatThrownBy(() -> of(grid, 3, List.of()))
                .hasMessageContaining(
                        "regionSize must be 0 to 2, less than the channels that are drawn, found"
                                + " 3");
        assertThatThrownBy(() -> of(vector, 1, List.of()))
                .hasMessageContaining("regionSize must be 0 for a vector generator, found 1");
    }

    @Test
    void theLastOfAGridsNoiseIsWaves() {
        List<Layer> grid = List.of(new Layer.UpConv(9, 3, RELU, false));
        List<Layer> vector = List.of(new Layer.Dense(9, 3, 4, 4, RELU, false));

        assertThat(of(grid, 0, List.of(4, 8)).drawnSize()).isEqualTo(1);
        assertThat(of(grid, 0, null).drawnSize()).isEqualTo(9);
        assertThatThrownBy(() -> of(grid, 5, List.of(4)))
                .hasMessageContaining("regionSize must be 0 to 4, less than");
        assertThatThrownBy(() -> of(grid, 0, List.of(4, 8, 16)))
                .hasMessageContaining("periods must be lengths of 2 or more, less than one per 4");
        assertThatThrownBy(() -> of(grid, 0, List.of(1)))
                .hasMessageContaining("periods must be lengths of 2 or more")
                .hasMessageContaining("found [1]");
        assertThatThrownBy(() -> of(vector, 0, List.of(4)))
                .hasMessageContaining("periods must be none for a vector generator, found [4]");
    }

    private static GeneratorSpec of(List<Layer> layers, int regionSize, List<Integer> periods) {
        int latentSize = layers.get(0).inputs();
        return new GeneratorSpec(
                "k", latentSize, regionSize, periods, Condition.NONE, layers, 3, "");
    }

    @Test
    void aSpecDoesNotChangeWithTheListItWasMadeFrom() {
        List<Layer> layers = new ArrayList<>(List.of(new Layer.UpConv(3, 3, RELU, false)));
        GeneratorSpec spec = new GeneratorSpec("k", 3, Condition.NONE, layers, 3, "");

        layers.clear();

        assertThat(spec.layers()).hasSize(1);
    }

    private static GeneratorSpec spatial(Layer... layers) {
        return new GeneratorSpec("test", 3, Condition.NONE, List.of(layers), 3, "");
    }

    private static void assertRefused(String message, Layer... layers) {
        assertThatThrownBy(() -> spatial(layers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
