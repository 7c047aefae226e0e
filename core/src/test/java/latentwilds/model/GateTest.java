package latentwilds.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class GateTest {
    @TempDir Path folder;

    /** Two units over a latent of 4: the larger one of the first two numbers, less a half. */
    public static Gate gate(double limit) {
        return new Gate(
                4,
                new float[] {1, -1, 0, 0, 0, 0, 1, 0, 0, 100},
                new float[] {1, 1, -100.5f},
                limit,
                0.25);
    }

    @Test
    void theScoreIsThatOfTheDenseNetwork() {
        // relu(3 - 1) + relu(1 + 100) - 100.5
        assertThat(gate(0).score(new float[] {3, 1, 9}, new float[] {7}))
                .isCloseTo(2.5, within(1e-9));
        // relu(1 - 3) + relu(3 + 100) - 100.5
        assertThat(gate(0).score(new float[] {1, 3}, new float[] {5, 5}))
                .isCloseTo(2.5, within(1e-9));
        assertThat(gate(2.6).passes(new float[] {3, 1, 9, 7}, new float[0])).isTrue();
        assertThat(gate(2.4).passes(new float[] {3, 1, 9, 7}, new float[0])).isFalse();
    }

    @Test
    void aGateComesBackAsItWas() throws IOException {
        gate(1.75).write(folder);

        Gate read = Gate.read(folder, Specs.monster()).orElseThrow();

        assertThat(read).usingRecursiveComparison().isEqualTo(gate(1.75));
    }

    @Test
    void aFolderWithoutOneHasNone() {
        assertThat(Gate.read(folder, Specs.monster())).isEmpty();
    }

    @Test
    void aGateForAnotherLatentIsNamed() throws IOException {
        gate(1).write(folder);

        assertThatThrownBy(() -> Gate.read(folder, Specs.face()))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(folder.resolve(Gate.NAME).toString())
                .hasMessageContaining("expected a gate for faces")
                .hasMessageContaining("./train gate");
        assertThatThrownBy(() -> gate(1).score(new float[3], new float[0]))
                .hasMessageContaining("expected 4 numbers, found 3");
    }

    @Test
    void aModelInItsPlaceIsNoGate() throws IOException {
        ModelFile.write(
                folder.resolve(Gate.NAME),
                RandomWeights.of(Specs.monster(), 1),
                SafeTensors.Type.F32);

        assertThatThrownBy(() -> Gate.read(folder, Specs.monster()))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("metadata 'format' is not latent-wilds-gate");
    }

    @Test
    void aGateBelongsToThePack() throws IOException {
        Path home = Files.createDirectory(folder.resolve("monsters"));
        ModelFile.write(
                home.resolve(ModelFile.NAME),
                RandomWeights.of(Specs.monster(), 1),
                SafeTensors.Type.F32);
        ModelCardTest.card("monsters").write(home.resolve(ModelCard.NAME));
        ModelPack without = ModelPack.load(folder, List.of("monsters"));

        gate(1).write(home);
        ModelPack with = ModelPack.load(folder, List.of("monsters"));

        assertThat(without.model("monsters").gate()).isEmpty();
        assertThat(with.model("monsters").gate()).isPresent();
        assertThat(with.hash()).isNotEqualTo(without.hash());
    }
}
