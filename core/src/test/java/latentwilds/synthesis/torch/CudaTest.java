package latentwilds.synthesis.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CudaTest {
    @Test
    void aMachineWithoutAnyOfItIsToldNothing() {
        assertThat(Cuda.notice(0, Optional.empty(), false)).isEmpty();
        assertThat(Cuda.notice(0, Optional.of("cpu"), false)).isEmpty();
    }

    @Test
    void whoAsksForCudaInVainIsToldInOneLine() {
        assertThat(Cuda.notice(0, Optional.of("cu128"), true))
                .hasValueSatisfying(
                        line ->
                                assertThat(line)
                                        .contains("PYTORCH_FLAVOR=cu128", "no GPU", "processor")
                                        .doesNotContain("\n"));
    }

    @Test
    void aDriverWithoutTheLibraryIsMentioned() {
        assertThat(Cuda.notice(0, Optional.empty(), true))
                .hasValueSatisfying(line -> assertThat(line).contains("without CUDA"));
    }

    @Test
    void aGpuThatIsUsedIsMentioned() {
        assertThat(Cuda.notice(2, Optional.of("cu128"), true))
                .contains("Backend torch computes on CUDA, 2 GPU(s)");
    }

    @Test
    void aMissingLibraryIsCalledByItsName() {
        String reason =
                TorchEngine.reason(new IllegalStateException("Failed to save pytorch index file"));
        assertThat(reason).contains("no libtorch", "PYTORCH_LIBRARY_PATH");
        assertThat(TorchEngine.reason(new LinkageError("a:\n  b"))).endsWith("start: a:; b");
    }
}
