package latentwilds.screen;

import com.badlogic.gdx.Preferences;
import java.util.List;
import java.util.function.Supplier;
import latentwilds.synthesis.Backend;

/**
 * What a player may choose, and the game keeps; the command line overrides it.
 *
 * @param backend where pictures are made
 * @param budgetMillis milliseconds of a frame that synthesis on the GPU may take; above 0, at most
 *     1000
 */
public record Settings(Backend backend, double budgetMillis) {
    /** What one starts with. */
    public static final Settings DEFAULT = new Settings(Backend.AUTO, 2);

    /** Budgets to choose from: an eighth of a frame of 60 Hz is the default, the last is all. */
    static final List<Double> BUDGETS = List.of(1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 16.0);

    private static final String BACKEND = "backend";
    private static final String BUDGET = "budgetMillis";

    /** Checks the range. */
    public Settings {
        if (!(budgetMillis > 0 && budgetMillis <= 1000)) {
            throw new IllegalArgumentException(
                    "Budget: expected milliseconds above 0, at most 1000, found " + budgetMillis);
        }
    }

    /**
     * What was chosen before.
     *
     * @param kept of this game; what cannot be read counts as not chosen
     * @return the choices, defaults where there is none
     */
    static Settings read(Preferences kept) {
        return new Settings(
                orElse(
                        () -> Backend.parse(kept.getString(BACKEND, DEFAULT.backend.toString())),
                        DEFAULT.backend),
                orElse(
                        () ->
                                new Settings(
                                                DEFAULT.backend,
                                                Double.parseDouble(
                                                        kept.getString(
                                                                BUDGET, "" + DEFAULT.budgetMillis)))
                                        .budgetMillis,
                        DEFAULT.budgetMillis));
    }

    private static <T> T orElse(Supplier<T> read, T otherwise) {
        try {
            return read.get();
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }

    /** Keeps the choices. */
    void write(Preferences kept) {
        kept.putString(BACKEND, backend.toString());
        kept.putString(BUDGET, Double.toString(budgetMillis));
        kept.flush();
    }

    Settings with(Backend other) {
        return new Settings(other, budgetMillis);
    }

    /** The next larger or smaller budget to choose from; the same at either end. */
    Settings step(int direction) {
        double next =
                direction > 0
                        ? BUDGETS.stream().filter(b -> b > budgetMillis).findFirst().orElse(16.0)
                        : BUDGETS.stream()
                                .filter(b -> b < budgetMillis)
                                .reduce((a, b) -> b)
                                .orElse(budgetMillis);
        return new Settings(backend, direction > 0 ? Math.max(next, budgetMillis) : next);
    }
}
