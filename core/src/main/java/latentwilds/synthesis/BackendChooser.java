package latentwilds.synthesis;

import java.lang.reflect.InvocationTargetException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import latentwilds.model.GeneratorWeights;
import latentwilds.synthesis.gl.GlBackend;
import latentwilds.synthesis.reference.ReferenceGenerator;

/**
 * Puts a model on a backend: the wanted one if it starts and makes the right picture, otherwise the
 * next, with a line that says why; last comes the reference. Slow (engines start, pictures are
 * compared): not for the render thread.
 */
public final class BackendChooser {
    // By name, so that the game starts where DJL is not on the class path.
    private static final String TORCH = "latentwilds.synthesis.torch.TorchGenerator";

    private static final String NO_DJL = "DJL is not on the class path";

    private final Backend wanted;
    private final Consumer<String> log;
    private final Optional<Opener> gl;
    private final Opener torch;
    private final Set<String> noticed = new HashSet<>();
    private final Set<Backend> failed = EnumSet.noneOf(Backend.class);

    /** Starts a backend. */
    interface Opener {
        /** A generator, or the reason why there is none. */
        Generator open(GeneratorWeights weights) throws ReflectiveOperationException;
    }

    /**
     * Makes a chooser for a game without a GPU.
     *
     * @param wanted what the player asked for
     * @param log told, in one line, when another backend has to be used
     */
    public BackendChooser(Backend wanted, Consumer<String> log) {
        this(wanted, log, Optional.empty(), BackendChooser::openTorch);
    }

    /**
     * Makes a chooser.
     *
     * @param wanted what the player asked for
     * @param log told, in one line, when another backend has to be used
     * @param gl the shader backend
     * @param hardware whether it draws in hardware; in software, it is not chosen by itself
     */
    public BackendChooser(Backend wanted, Consumer<String> log, GlBackend gl, boolean hardware) {
        this(
                wanted,
                log,
                hardware || wanted == Backend.GL ? Optional.of(gl::open) : Optional.empty(),
                BackendChooser::openTorch);
    }

    BackendChooser(Backend wanted, Consumer<String> log, Optional<Opener> gl, Opener torch) {
        this.wanted = wanted;
        this.log = log;
        this.gl = gl;
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
        if (wanted == Backend.GL && gl.isEmpty()) {
            refuse(Backend.GL, "there is no GL context");
        }
        if (wanted != Backend.REFERENCE && wanted != Backend.TORCH && gl.isPresent()) {
            Optional<Generator> generator = open(Backend.GL, gl.get(), weights);
            if (generator.isPresent()) {
                return new DemotingGenerator(generator.get(), () -> withoutGl(weights), log);
            }
        }
        return withoutGl(weights);
    }

    private Generator withoutGl(GeneratorWeights weights) {
        if (wanted == Backend.REFERENCE) {
            return new ReferenceGenerator(weights);
        }
        return open(Backend.TORCH, torch, weights).orElseGet(() -> new ReferenceGenerator(weights));
    }

    private Optional<Generator> open(Backend backend, Opener opener, GeneratorWeights weights) {
        if (failed.contains(backend)) {
            return Optional.empty();
        }
        Generator generator;
        try {
            generator = opener.open(weights);
        } catch (InvocationTargetException e) {
            refuse(backend, absent(e) ? NO_DJL : e.getCause().getMessage());
            return Optional.empty();
        } catch (ReflectiveOperationException | LinkageError e) {
            refuse(backend, NO_DJL);
            return Optional.empty();
        } catch (RuntimeException e) {
            refuse(backend, e.getMessage() == null ? e.toString() : e.getMessage());
            return Optional.empty();
        }
        String fault = fault(generator, weights);
        if (fault != null) {
            generator.close();
            log.accept(
                    "Backend %s is not used for %s: %s"
                            .formatted(backend, weights.spec().kind(), fault));
            return Optional.empty();
        }
        generator.notice().filter(noticed::add).ifPresent(log);
        return Optional.of(generator);
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

    private void refuse(Backend backend, String reason) {
        if (!failed.add(backend)) {
            return;
        }
        if (wanted == backend) {
            log.accept(
                    "Backend %s was asked for but cannot be used: %s".formatted(backend, reason));
        } else if (backend == Backend.TORCH) {
            log.accept("Backend torch is not available, plain Java is used: " + reason);
        } else {
            log.accept("Backend %s is not available: %s".formatted(backend, reason));
        }
    }
}
