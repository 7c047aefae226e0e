package latentwilds.synthesis.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;

/** Starts DJL's PyTorch engine with the settings that a game needs. */
final class TorchEngine {
    private TorchEngine() {}

    /**
     * A manager for one generator; the generator closes it.
     *
     * @throws IllegalStateException if libtorch cannot be loaded
     */
    static NDManager newManager() {
        // Before the engine starts: no downloads.
        System.setProperty("ai.djl.offline", "true");
        try {
            Engine engine = Engine.getEngine("PyTorch");
            // Beside a render thread two threads are slower than one (FACTS: 49.6 against 5.4 ms).
            JniUtils.setNumThreads(1);
            return engine.newBaseManager();
        } catch (Exception | LinkageError e) {
            throw new IllegalStateException(reason(e), e);
        }
    }

    /** One line; DJL's own words if they help. */
    static String reason(Throwable e) {
        String message = String.valueOf(e.getMessage());
        // What DJL says when it has found no library and may not download one.
        return message.contains("index file")
                ? "there is no libtorch: expected a pytorch-native jar on the class path, or its"
                        + " folder in PYTORCH_LIBRARY_PATH"
                : "libtorch cannot start: " + message.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
