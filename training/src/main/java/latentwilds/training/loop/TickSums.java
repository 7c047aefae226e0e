package latentwilds.training.loop;

import java.util.List;
import java.util.stream.DoubleStream;

/** Sums over the steps of one tick. */
final class TickSums {
    private final Mean lossD = new Mean();
    private final Mean lossG = new Mean();
    private final Mean real = new Mean();
    private final Mean fake = new Mean();
    private final Mean sign = new Mean();
    private final Mean penalty = new Mean();
    private final Mean normD = new Mean();
    private final Mean normG = new Mean();
    private final List<Mean> means = List.of(lossD, lossG, real, fake, sign, penalty, normD, normG);
    private int steps;
    private double seconds;
    private double waited;

    /** A mean of what was there. */
    private static final class Mean {
        private double sum;
        private double count;

        void add(double value) {
            sum += value;
            count++;
        }

        double value() {
            return count == 0 ? Double.NaN : sum / count;
        }
    }

    void add(StepStats stats, double stepSeconds, double waitedSeconds) {
        steps++;
        seconds += stepSeconds;
        waited += waitedSeconds;
        StepStats.Discriminator d = stats.d();
        lossD.add(d.loss());
        real.add(d.real());
        fake.add(d.fake());
        sign.add(d.sign());
        normD.add(d.norm());
        if (!Float.isNaN(d.penalty())) {
            penalty.add(d.penalty());
        }
        if (stats.g() != null) {
            lossG.add(stats.g().loss());
            normG.add(stats.g().norm());
        }
    }

    /** Begins the next tick. */
    void clear() {
        load(new float[0]);
    }

    /** For a checkpoint: the means. Times are those of the sitting. */
    float[] toArray() {
        return Counts.ofDoubles(
                means.stream().flatMapToDouble(m -> DoubleStream.of(m.sum, m.count)).toArray());
    }

    /** Puts them back; nothing, if the checkpoint is of the first days. */
    void load(float[] state) {
        double[] values = Counts.doubles(state);
        for (int i = 0; i < means.size(); i++) {
            means.get(i).sum = values.length == 0 ? 0 : values[2 * i];
            means.get(i).count = values.length == 0 ? 0 : values[2 * i + 1];
        }
        steps = 0;
        seconds = 0;
        waited = 0;
    }

    Tick tick(Training training, Probe.Seen seen) {
        Adversaries adversaries = training.adversaries();
        return new Tick(
                training.images(),
                training.seconds(),
                steps * training.options().batch() / seconds,
                lossD.value(),
                lossG.value(),
                real.value(),
                fake.value(),
                penalty.value(),
                sign.value(),
                adversaries.strength().strength(),
                adversaries.rates().generator(training.step()),
                adversaries.rates().discriminator(training.step()),
                normG.value(),
                normD.value(),
                waited / seconds,
                seen.diversity(),
                seen.movement());
    }
}
