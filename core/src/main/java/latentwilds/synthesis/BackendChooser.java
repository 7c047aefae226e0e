package latentwilds.synthesis;

import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import java.util.function.Consumer;
import latentwilds.model.GeneratorWeights;
import latentwilds.synthesis.reference.ReferenceGenerator;

/**
 * Puts a model on a backend: the wanted one if it starts and makes the right picture, otherwise the
 * reference, with a line that says why. Slow (engines start, pictures are compared): not for the
 * render thread.
 */
public final class BackendChooser {
    // By name, so that the game starts where DJL is not on the class path.
    private static final String TORCH = "latentwilds.synthesis.torch.TorchGenerator";

    private static final String NO_DJL = "DJL is not on the class path";

    private final Backend wanted;
    private final Consumer<String> log;
    private final Opener torch;
    private boolean torchFailed;

    /** Starts a backend. */
    interface Opener {
        /** A generator, or the reason why there is none. */
        Generator open(GeneratorWeights weights) throws ReflectiveOperationException;
    }

    /**
     * Makes a chooser.
     *
     * @param wanted what the player asked for
     * @param log told, in one line, when another backend has to be used
     */
    public BackendChooser(Backend wanted, Consumer<String> log) {
        this(wanted, log, BackendChooser::openTorch);
    }

    BackendChooser(Backend wanted, Consumer<String> log, Opener torch) {
        this.wanted = wanted;
        this.log = log;
        this.torch = torch;
    }

    private static Generator openTorch(GeneratorWeights weights)
            throws ReflectiveOperationException {
        return (Generator)
                Class.forName(TORCH).getConstructor(GeneratorWeights.class).newInstance(weights);
    }

    /**
     * Puts one model on a backend.
     *
     * @param weights the model
     * @return a generator; the caller closes it
     */
    public Generator open(GeneratorWeights weights) {
        if (wanted != Backend.REFERENCE && !torchFailed) {
            Generator torch = torch(weights);
            if (torch != null) {
                return torch;
            }
        }
        return new ReferenceGenerator(weights);
    }

    private Generator torch(GeneratorWeights weights) {
        Generator generator;
        try {
            generator = torch.open(weights);
        } catch (InvocationTargetException e) {
            refuse(absent(e) ? NO_DJL : e.getCause().getMessage());
            return null;
        } catch (ReflectiveOperationException | LinkageError e) {
            refuse(NO_DJL);
            return null;
        }
        String fault = fault(generator, weights);
        if (fault != null) {
            generator.close();
            log.accept(
                    "Backend torch is not used for %s: %s".formatted(weights.spec().kind(), fault));
            return null;
        }
        return generator;
    }

    /** Whether a class of DJL was missed; it may be the engine that missed it. */
    private static boolean absent(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoClassDefFoundError && cause.getMessage().startsWith("ai/djl/")) {
                return true;
            }
        }
        return false;
    }

    /** What is wrong with a backend's picture, null if nothing. */
    private static String fault(Generator generator, GeneratorWeights weights) {
        try {
            float difference = ParityCheck.difference(generator, weights);
            return difference <= ParityCheck.TOLERANCE
                    ? null
                    : String.format(
                            Locale.ROOT,
                            "its picture differs from the reference by %.1f of 255 levels, expected"
                                    + " at most 2",
                            difference * 255 / 2);
        } catch (RuntimeException | LinkageError e) {
            return "it makes no picture: " + e;
        }
    }

    private void refuse(String reason) {
        torchFailed = true;
        if (wanted == Backend.TORCH) {
            log.accept("Backend torch was asked for but cannot be used: " + reason);
        } else {
            log.accept("Backend torch is not available, plain Java is used: " + reason);
        }
    }
}
