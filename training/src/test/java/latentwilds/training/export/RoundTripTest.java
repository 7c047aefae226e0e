package latentwilds.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import latentwilds.latent.LatentGrid;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelCard;
import latentwilds.model.ModelFile;
import latentwilds.model.RandomWeights;
import latentwilds.model.SafeTensors;
import latentwilds.synthesis.reference.ReferenceGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Export, read back, and the same picture again. */
class RoundTripTest {
    @TempDir private Path folder;

    static Stream<Exportable> models() {
        return DrawnModels.some();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelThatIsReadBackDrawsTheSamePictures(Exportable model) {
        Exporter.write(model, ExportFormat.SAFETENSORS, folder.resolve("model"));

        Exportable back =
                Exportable.ofModel(folder.resolve("model"), SafeTensors.Type.F32, Naming.NONE);

        assertThat(back.weights().spec()).isEqualTo(model.weights().spec());
        for (long seed = 0; seed < 3; seed++) {
            List<LatentGrid> inputs = DrawnModels.inputs(model.weights().spec(), seed);
            assertThat(pictures(back.weights(), inputs))
                    .isEqualTo(pictures(model.weights(), inputs));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void halfPrecisionHardlyChangesAPicture(Exportable model) {
        GeneratorWeights whole = RandomWeights.of(model.weights().spec(), 5);
        GeneratorWeights half = Exportable.rounded(whole, SafeTensors.Type.F16);

        List<LatentGrid> inputs = DrawnModels.inputs(whole.spec(), 1);
        float[][] expected = pictures(whole, inputs);
        float[][] found = pictures(half, inputs);
        for (int i = 0; i < found.length; i++) {
            for (int j = 0; j < found[i].length; j++) {
                assertThat(Math.abs(found[i][j] - expected[i][j])).isLessThan(2f / 255);
            }
        }
    }

    @Test
    void theCardTravelsAndKnowsItsPicture() {
        Exportable model = DrawnModels.of(DrawnModels.spec(5), SafeTensors.Type.F32);
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Exporter.write(model, ExportFormat.SAFETENSORS, first);
        Exportable again =
                Exportable.ofModel(
                        first,
                        SafeTensors.Type.F16,
                        new Naming("beasts", "Newer", Map.of("beasts", List.of(1L)), Blends.NONE));
        Exporter.write(again, ExportFormat.SAFETENSORS, second);

        ModelCard card = ModelCard.read(second.resolve(ModelCard.NAME));
        assertThat(card.title()).isEqualTo("Newer");
        assertThat(card.kind()).isEqualTo("beasts");
        assertThat(ModelFile.read(second.resolve(ModelFile.NAME)).spec().kind())
                .isEqualTo("beasts");
        assertThat(card.anchors()).isEqualTo(Map.of("beasts", List.of(1L)));
        assertThat(card.licence()).isEqualTo("CC BY 4.0");
        assertThat(card.imagesSeen()).isEqualTo(640);
        assertThat(card.goldenHash()).matches("[0-9a-f]{64}");
        assertThat(SafeTensors.read(second.resolve(ModelFile.NAME)).metadata())
                .containsEntry("licence", "CC BY 4.0")
                .containsEntry("credits", "Dots (CC0): Nobody's dots")
                .containsEntry("training_hash", "c0ffee");
    }

    @Test
    void numbersThatHalfPrecisionCannotHoldAreNamed() {
        GeneratorWeights weights = RandomWeights.of(DrawnModels.spec(1), 1);
        Map<String, float[]> tensors = new LinkedHashMap<>(weights.tensors());
        float[] bias = tensors.get("layers.0.bias").clone();
        bias[0] = -70000;
        tensors.put("layers.0.bias", bias);
        GeneratorWeights large = new GeneratorWeights(weights.spec(), tensors);

        assertThatThrownBy(() -> Exportable.rounded(large, SafeTensors.Type.F16))
                .hasMessage(
                        "Tensor 'layers.0.bias': expected at most 65504.0, which half precision can"
                                + " hold, found -70000.0. Export without --fp16");
    }

    private static float[][] pictures(GeneratorWeights weights, List<LatentGrid> inputs) {
        try (ReferenceGenerator generator = new ReferenceGenerator(weights)) {
            return generator.synthesise(inputs).stream()
                    .map(p -> p.values())
                    .toArray(float[][]::new);
        }
    }
}
