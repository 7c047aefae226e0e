package latentwilds.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeerTest {
    @Test
    void itsLinesAreReadAmongOthers() throws IOException {
        assertThat(
                        Peer.parse(
                                List.of(
                                        "python torch 1.13 size 64 ngf 64: 9.1 img/s",
                                        "infer b 1 4.25 ms/img",
                                        "infer b 16 3 ms/img")))
                .containsExactly(entry("1", 4.25), entry("16", 3.0));
    }

    @Test
    void aProgramThatPrintsNothingOfTheKindIsNamed() {
        String java = ProcessHandle.current().info().command().orElseThrow();
        assertThatIOException()
                .isThrownBy(() -> Peer.run(java + " --version"))
                .withMessageContaining("--peer " + java)
                .withMessageContaining("expected lines like 'infer b 16 3.20 ms/img'");
    }

    @Test
    void ratiosAreOfTheBatchesThatBothHave() {
        assertThat(Peer.ratios(Map.of("1", 3.0, "4", 2.0), Map.of("1", 6.0, "16", 1.0)))
                .containsExactly(entry("1", 0.5));
    }

    @Test
    void theNetworkHasAsManyMultiplyAddsAsTheirs() {
        // 100 x 512 x 16, then 16 per input, output and input pixel.
        long macs = 100L * 512 * 16;
        int channels = 512;
        for (int side = 4; side < 32; side *= 2, channels /= 2) {
            macs += 16L * channels * channels / 2 * side * side;
        }
        macs += 16L * 64 * 3 * 32 * 32;
        assertThat(Peer.network().spec().macs(1, 1)).isEqualTo(macs);
    }
}
