package latentwilds.training.loop;

/** Sums over the steps of one tick. */
final class TickSums {
    private int steps;
    private double seconds;
    private double lossD;
    private double lossG;
    private double real;
    private double fake;
    private double penalty;
    private int penalties;

    void add(StepStats stats, double stepSeconds) {
        steps++;
        seconds += stepSeconds;
        lossD += stats.d().loss();
        lossG += stats.lossG();
        real += stats.d().real();
        fake += stats.d().fake();
        if (!Float.isNaN(stats.d().penalty())) {
            penalty += stats.d().penalty();
            penalties++;
        }
    }

    Tick tick(long images, double totalSeconds, int batch) {
        return new Tick(
                images,
                totalSeconds,
                steps * batch / seconds,
                lossD / steps,
                lossG / steps,
                real / steps,
                fake / steps,
                penalties == 0 ? Double.NaN : penalty / penalties);
    }
}
