package latentwilds.debug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import latentwilds.latent.LatentId;
import latentwilds.latent.Pushes;
import latentwilds.model.ModelCard;

/**
 * Whom a designer pushes along which direction of its model's card, and how far. What was pushed
 * stays so until it is pushed back. Only pictures change, never the run. Render thread.
 */
public final class Push {
    /** Standard deviations per key press. */
    static final double STEP = 0.5;

    /**
     * Somebody who can be pushed.
     *
     * @param look an identity
     * @param name for the designer to read
     * @param directions of its model's card
     */
    public record Subject(
            LatentId look, String name, Map<String, ModelCard.Direction> directions) {}

    private record Choice(Subject subject, String name) {}

    private record Who(String kind, long seed, long variation) {
        static Who of(LatentId id) {
            return new Who(id.kind(), id.seed(), id.variation());
        }
    }

    private final Map<Who, Map<String, Double>> steps = new HashMap<>();
    private Optional<Choice> choice = Optional.empty();
    private int turn;

    /**
     * Goes on to the next direction: all of the first subject, then of the next one.
     *
     * @param subjects who is near now, each with any number of directions
     */
    public void next(List<Subject> subjects) {
        List<Choice> choices = new ArrayList<>();
        for (Subject subject : subjects) {
            new TreeMap<>(subject.directions)
                    .keySet()
                    .forEach(name -> choices.add(new Choice(subject, name)));
        }
        choice =
                choices.isEmpty()
                        ? Optional.empty()
                        : Optional.of(choices.get(turn++ % choices.size()));
    }

    /**
     * Pushes whoever is chosen, as far as the card says that pictures stay good.
     *
     * @param more false for the other way
     */
    public void step(boolean more) {
        choice.ifPresent(
                c -> {
                    ModelCard.Direction range = c.subject.directions.get(c.name);
                    double to = value(c) + (more ? STEP : -STEP);
                    steps.computeIfAbsent(Who.of(c.subject.look), w -> new TreeMap<>())
                            .put(c.name, Math.max(range.from(), Math.min(range.to(), to)));
                });
    }

    private double value(Choice c) {
        return steps.getOrDefault(Who.of(c.subject.look), Map.of()).getOrDefault(c.name, 0.0);
    }

    /**
     * Who is chosen.
     *
     * @return as nobody pushed it; nothing at first
     */
    public Optional<LatentId> chosen() {
        return choice.map(c -> c.subject.look);
    }

    /**
     * What to draw for an identity.
     *
     * @param look any
     * @return itself unless it was pushed
     */
    public LatentId applied(LatentId look) {
        return steps.isEmpty()
                ? look
                : Pushes.along(look, steps.getOrDefault(Who.of(look), Map.of()));
    }

    /**
     * For the designer to read.
     *
     * @return one line: who, which direction, how far, and how far at most
     */
    public String line() {
        return choice.map(
                        c -> {
                            ModelCard.Direction range = c.subject.directions.get(c.name);
                            return String.format(
                                    Locale.ROOT,
                                    "F6 %s: %s %+.1f (%.0f to %.0f)",
                                    c.subject.name,
                                    c.name,
                                    value(c),
                                    range.from(),
                                    range.to());
                        })
                .orElse("F6 whom to push, F7 less, F8 more");
    }
}
