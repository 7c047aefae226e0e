package latentwilds.synthesis;

import java.lang.reflect.InvocationTargetException;
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

    private final Backend wanted;
    private final Consumer<String> log;
    private boolean torchFailed;

    /**
     * Makes a chooser.
     *
     * @param wanted what the player asked for
     * @param log told, in one line, when another backend has to be used
     */
    public BackendChooser(Backend wanted, Consumer<String> log) {
        this.wanted = wanted;
        this.log = log;
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
            generator =
                    (Generator)
                            Class.forName(TORCH)
                                    .getConstructor(GeneratorWeights.class)
                                    .newInstance(weights);
        } catch (InvocationTargetException e) {
            refuse(e.getCause().getMessage());
            return null;
        } catch (ReflectiveOperationException | LinkageError e) {
            refuse("DJL is not on the class path");
            return null;
        }
        float difference = ParityCheck.difference(generator, weights);
        if (difference > ParityCheck.TOLERANCE) {
            generator.close();
            log.accept(
                    "Backend torch is not used for %s: its picture differs from the reference by %.1f of 255 levels, expected at most 2"
                            .formatted(weights.spec().kind(), difference * 255 / 2));
            return null;
        }
        return generator;
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
