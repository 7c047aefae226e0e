package latentwilds.training.loop;

/** Both networks' step sizes, as scheduled and as the watchdog left them. */
final class Rates {
    private final TrainingOptions options;
    private float factorD = 1;

    Rates(TrainingOptions options) {
        this.options = options;
    }

    /** The generator's step size at a step. */
    double generator(long step) {
        return options.optimiser().rateG() * scheduled(step);
    }

    /** The discriminator's step size at a step. */
    double discriminator(long step) {
        return options.optimiser().rateD() * scheduled(step) * factorD;
    }

    private double scheduled(long step) {
        return options.optimiser().scheduled(options.progress(step));
    }

    /** Makes the discriminator slower or faster than scheduled from now on. */
    void factorD(float factor) {
        factorD = factor;
    }

    float factorD() {
        return factorD;
    }
}
