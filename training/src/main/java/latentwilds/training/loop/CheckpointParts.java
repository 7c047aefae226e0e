package latentwilds.training.loop;

import java.util.LinkedHashMap;
import java.util.Map;
import latentwilds.training.net.ParameterSet;

/** Takes a training apart for a checkpoint and puts it together again. */
final class CheckpointParts {
    private static final String WATCHDOG = "state.watchdog";
    private static final String STRENGTH = "state.strength";
    private static final String RATE = "state.rate";
    private static final String RETURNS = "state.returns";
    private static final String TICK = "state.tick";
    private static final String PROBE = "state.probe";
    private static final String ADAM_STEPS = "state.adam";

    private final Adversaries adversaries;
    private final Watchdog watchdog;
    private final Probe probe;
    private final Keeper keeper;
    private final TickSums sums;

    CheckpointParts(
            Adversaries adversaries, Watchdog watchdog, Probe probe, Keeper keeper, TickSums sums) {
        this.adversaries = adversaries;
        this.watchdog = watchdog;
        this.probe = probe;
        this.keeper = keeper;
        this.sums = sums;
    }

    private Map<String, ParameterSet> sets() {
        Map<String, ParameterSet> sets = new LinkedHashMap<>();
        sets.put("g.", adversaries.generator().parameters());
        sets.put("stats.", adversaries.generator().statistics());
        sets.put("d.", adversaries.discriminator().parameters());
        sets.put("stats.d.", adversaries.discriminator().statistics());
        sets.put("spectral.d.", adversaries.discriminator().spectralVectors());
        sets.put("ema.", adversaries.average().parameters());
        return sets;
    }

    Checkpoint take(long step, double seconds) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        Map<String, int[]> shapes = new LinkedHashMap<>();
        sets().forEach(
                        (prefix, set) -> {
                            put(arrays, prefix, set.toArrays());
                            set.names().forEach(n -> shapes.put(prefix + n, set.shape(n)));
                        });
        put(arrays, "adam.g.", adversaries.generatorAdam().toArrays());
        put(arrays, "adam.d.", adversaries.discriminatorAdam().toArrays());
        arrays.put(
                ADAM_STEPS,
                Counts.of(
                        adversaries.generatorAdam().steps(),
                        adversaries.discriminatorAdam().steps()));
        arrays.put(RATE, new float[] {adversaries.rates().factorD()});
        arrays.put(STRENGTH, adversaries.strength().toArray());
        arrays.put(WATCHDOG, watchdog.toArray());
        arrays.put(PROBE, probe.toArray());
        arrays.put(RETURNS, new float[] {keeper.returns()});
        arrays.put(TICK, sums.toArray());
        return new Checkpoint(step, seconds, arrays, shapes);
    }

    void load(Checkpoint checkpoint) {
        sets().forEach((prefix, set) -> set.load(checkpoint.part(prefix)));
        float[] steps = state(checkpoint, ADAM_STEPS);
        adversaries.generatorAdam().load(checkpoint.part("adam.g."), Counts.read(steps, 0));
        adversaries.discriminatorAdam().load(checkpoint.part("adam.d."), Counts.read(steps, 1));
        adversaries.rates().factorD(state(checkpoint, RATE)[0]);
        adversaries.strength().load(state(checkpoint, STRENGTH));
        watchdog.load(state(checkpoint, WATCHDOG));
        probe.load(state(checkpoint, PROBE));
        // Runs of the first days did not write it down.
        float[] returns = checkpoint.arrays().getOrDefault(RETURNS, new float[1]);
        keeper.returns(Math.round(returns[0]));
        sums.load(checkpoint.arrays().getOrDefault(TICK, new float[0]));
    }

    private static float[] state(Checkpoint checkpoint, String name) {
        float[] state = checkpoint.arrays().get(name);
        if (state == null) {
            throw new IllegalArgumentException(
                    "Checkpoint: expected an array '%s', found none; it was made by another version. Start a new run, with initFrom for its weights"
                            .formatted(name));
        }
        return state;
    }

    private static void put(Map<String, float[]> to, String prefix, Map<String, float[]> from) {
        from.forEach((name, values) -> to.put(prefix + name, values));
    }
}
