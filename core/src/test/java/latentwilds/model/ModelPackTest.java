package latentwilds.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelPackTest {
    @TempDir Path folder;

    @BeforeEach
    void export() throws IOException {
        write("monsters", Specs.monster(), 1);
        write("faces", Specs.face(), 1);
    }

    private void write(String name, GeneratorSpec spec, long seed) throws IOException {
        Path kind = Files.createDirectories(folder.resolve(name));
        ModelFile.write(
                kind.resolve(ModelFile.NAME), RandomWeights.of(spec, seed), SafeTensors.Type.F16);
        ModelCardTest.card(spec.kind()).write(kind.resolve(ModelCard.NAME));
    }

    @Test
    void everyKindIsLoadedFromItsFolder() {
        ModelPack pack = ModelPack.load(folder, List.of("faces", "monsters"));

        assertThat(pack.models()).containsOnlyKeys("faces", "monsters");
        assertThat(pack.model("faces").weights().spec()).isEqualTo(Specs.face());
        assertThat(pack.model("monsters").card()).isEqualTo(ModelCardTest.card("monsters"));
    }

    @Test
    void theHashFollowsTheWeightsAndNotTheOrder() throws IOException {
        String hash = ModelPack.load(folder, List.of("faces", "monsters")).hash();

        assertThat(hash).matches("[0-9A-F]{4}");
        assertThat(ModelPack.load(folder, List.of("monsters", "faces")).hash()).isEqualTo(hash);
        assertThat(ModelPack.load(folder, List.of("faces")).hash()).isNotEqualTo(hash);
        write("monsters", Specs.monster(), 2);
        assertThat(ModelPack.load(folder, List.of("faces", "monsters")).hash()).isNotEqualTo(hash);
    }

    @Test
    void aMissingFolderIsNamedWithWhatShouldBeThere() {
        Path missing = folder.resolve("none");

        assertThatThrownBy(() -> ModelPack.load(missing, List.of("faces")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(
                        missing + ": expected a folder of models [faces], found nothing");
    }

    @Test
    void aMissingKindIsNamedByItsFile() {
        assertThatThrownBy(() -> ModelPack.load(folder, List.of("faces", "terrain")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(
                        folder.resolve("terrain").resolve(ModelFile.NAME)
                                + ": expected a model file, found nothing");
    }

    @Test
    void aMissingCardIsNamed() throws IOException {
        Path card = folder.resolve("faces").resolve(ModelCard.NAME);
        Files.delete(card);

        assertThatThrownBy(() -> ModelPack.load(folder, List.of("faces")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(card + ": expected a model card, found nothing");
    }

    @Test
    void aModelInAnotherKindsFolderIsNamed() throws IOException {
        write("faces", Specs.monster(), 1);

        assertThatThrownBy(() -> ModelPack.load(folder, List.of("faces")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("kind: expected faces (from the folder), found monsters");
    }

    @Test
    void aKindThatIsNotInThePackIsAnsweredWithThoseThatAre() {
        ModelPack pack = ModelPack.load(folder, List.of("faces"));

        assertThatThrownBy(() -> pack.model("terrain"))
                .isInstanceOf(ModelException.class)
                .hasMessage("Models: expected kind 'terrain', found [faces]");
    }
}
