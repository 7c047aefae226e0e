package latentwilds.synthesis;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import latentwilds.latent.LatentGrid;
import latentwilds.model.GeneratorSpec;

/**
 * A generator whose backend may fail at any time, as a GPU does that is reset: then the next
 * backend takes over for good, and a line says why.
 */
final class DemotingGenerator implements Generator {
    private final Supplier<Generator> next;
    private final Consumer<String> log;
    private volatile Generator current;
    private boolean demoted;
    private boolean closed;

    /**
     * Wraps a generator.
     *
     * @param first owned by this
     * @param next opens what comes after it
     * @param log told why
     */
    DemotingGenerator(Generator first, Supplier<Generator> next, Consumer<String> log) {
        current = first;
        this.next = next;
        this.log = log;
    }

    @Override
    public GeneratorSpec spec() {
        return current.spec();
    }

    @Override
    public String backend() {
        return current.backend();
    }

    @Override
    public int together() {
        return current.together();
    }

    @Override
    public List<Picture> synthesise(List<LatentGrid> inputs) {
        return attempt(generator -> generator.synthesise(inputs));
    }

    @Override
    public boolean draw(List<LatentGrid> inputs, List<Placement> placements) {
        return attempt(generator -> generator.draw(inputs, placements));
    }

    private <T> T attempt(Function<Generator, T> call) {
        Generator before = current;
        try {
            return call.apply(before);
        } catch (IllegalArgumentException e) {
            // The caller's fault, not the backend's.
            throw e;
        } catch (RuntimeException e) {
            demote(before, e);
            return call.apply(current);
        }
    }

    private synchronized void demote(Generator failed, RuntimeException reason) {
        if (current != failed) {
            // Another call was faster.
            return;
        }
        if (closed || demoted) {
            throw reason;
        }
        log.accept(
                "Backend %s failed for %s and is not used any more: %s"
                        .formatted(failed.backend(), failed.spec().kind(), reason.getMessage()));
        demoted = true;
        current = next.get();
        failed.close();
    }

    @Override
    public synchronized void close() {
        closed = true;
        current.close();
    }
}
