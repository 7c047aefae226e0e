package latentwilds.synthesis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import latentwilds.latent.LatentGrid;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Model;

/**
 * The generators of a {@link Synthesiser}. Opened, used and closed on its worker thread; only
 * {@link #ready} and {@link #progress} are for others.
 */
final class OpenGenerators {
    private static final int WARM_UPS = 2;

    private final Map<String, Model> models;
    private final Function<GeneratorWeights, Generator> opener;
    private final int fieldSide;
    private final Meter meter;
    private final LongSupplier clock;
    private final Consumer<String> failures;
    private final Map<String, Generator> generators = new LinkedHashMap<>();
    private volatile int steps;
    private volatile boolean ready;

    OpenGenerators(
            Map<String, Model> models,
            Function<GeneratorWeights, Generator> opener,
            int fieldSide,
            Meter meter,
            LongSupplier clock,
            Consumer<String> failures) {
        this.models = models;
        this.opener = opener;
        this.fieldSide = fieldSide;
        this.meter = meter;
        this.clock = clock;
        this.failures = failures;
    }

    /** Whether every model was opened and warmed up. */
    boolean ready() {
        return ready;
    }

    /** 0 to 1; stays below 1 if a model failed. */
    float progress() {
        return models.isEmpty() ? 1 : (float) steps / (models.size() * (1 + WARM_UPS));
    }

    GeneratorWeights weights(String kind) {
        return models.get(kind).weights();
    }

    /** Empty if it could not be opened. */
    Optional<Generator> get(String kind) {
        return Optional.ofNullable(generators.get(kind));
    }

    /** Opens one model after the other, unless it is told to stop. */
    void open(BooleanSupplier stop) {
        for (String kind : models.keySet()) {
            if (stop.getAsBoolean()) {
                return;
            }
            open(kind);
        }
        ready = generators.size() == models.size();
    }

    private void open(String kind) {
        Generator generator = null;
        try {
            generator = opener.apply(weights(kind));
            steps++;
            warmUp(kind, generator);
            meter.opened(kind, generator.backend());
            generators.put(kind, generator);
        } catch (Throwable e) {
            // Errors too: a native library that does not fit here is one.
            failures.accept("Generator '%s' could not be opened: %s".formatted(kind, e));
            if (generator != null) {
                close(kind, generator);
            }
        }
    }

    private void warmUp(String kind, Generator generator) {
        // Of the size that will be asked for: a backend makes room for a size when it first meets
        // it, and that must not happen in the middle of the game.
        LatentGrid golden = ParityCheck.golden(weights(kind), fieldSide);
        long pixels = BatchSize.pixels(weights(kind).spec(), golden);
        for (int i = 0; i < WARM_UPS; i++) {
            long start = clock.getAsLong();
            generator.synthesise(golden);
            meter.warmedUp(kind, pixels, clock.getAsLong() - start);
            steps++;
        }
    }

    void close() {
        generators.forEach(this::close);
        generators.clear();
    }

    private void close(String kind, Generator generator) {
        try {
            generator.close();
        } catch (Throwable e) {
            failures.accept("Generator '%s' could not be closed: %s".formatted(kind, e));
        }
    }
}
