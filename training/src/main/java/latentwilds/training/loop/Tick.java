package latentwilds.training.loop;

/**
 * One line of {@code stats.jsonl}: means over the steps since the last tick.
 *
 * @param images real pictures shown so far
 * @param seconds training time so far
 * @param imagesPerSecond since the last tick
 * @param lossD discriminator's loss without penalties; ln 2 = 0.693 when it cannot tell
 * @param lossG generator's loss
 * @param logitsReal mean D(x)
 * @param logitsFake mean D(G(z))
 * @param penalty mean squared slope at real pictures, NaN if none was measured
 */
public record Tick(
        long images,
        double seconds,
        double imagesPerSecond,
        double lossD,
        double lossG,
        double logitsReal,
        double logitsFake,
        double penalty) {}
