package latentwilds.synthesis.torch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether libtorch computes on a CUDA GPU, and what to say if it does not although it might. */
final class Cuda {
    /** DJL's variable for which libtorch is meant: {@code cpu}, {@code cu128}. */
    private static final String FLAVOUR = "PYTORCH_FLAVOR";

    private Cuda() {}

    /**
     * What the player should know. Looks at files and variables only: nothing is loaded or fetched.
     *
     * @param gpus that libtorch sees
     * @return one line, or nothing if all is as one would expect
     */
    static Optional<String> notice(int gpus) {
        return notice(gpus, Optional.ofNullable(System.getenv(FLAVOUR)), driver());
    }

    static Optional<String> notice(int gpus, Optional<String> flavour, boolean driver) {
        if (gpus > 0) {
            return Optional.of("Backend torch computes on CUDA, %d GPU(s)".formatted(gpus));
        }
        if (flavour.filter(f -> f.startsWith("cu")).isPresent()) {
            return Optional.of(
                    "Backend torch computes on the processor: %s=%s asks for CUDA, but libtorch finds"
                                    .formatted(FLAVOUR, flavour.get())
                            + " no GPU. Check the driver, or see docs/synthesis.md");
        }
        return driver
                ? Optional.of(
                        "Backend torch computes on the processor: there is an NVIDIA driver, but"
                                + " this libtorch is the one without CUDA. docs/synthesis.md says"
                                + " how to use another")
                : Optional.empty();
    }

    private static boolean driver() {
        String windows = System.getenv("SystemRoot");
        return Files.exists(Path.of("/proc/driver/nvidia/version"))
                || windows != null && Files.exists(Path.of(windows, "System32", "nvcuda.dll"));
    }
}
