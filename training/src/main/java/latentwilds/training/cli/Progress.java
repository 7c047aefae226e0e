package latentwilds.training.cli;

import java.util.Locale;
import latentwilds.training.loop.Tick;
import latentwilds.training.loop.Training;
import latentwilds.training.loop.TrainingListener;
import latentwilds.training.loop.TrainingOptions;
import latentwilds.training.loop.Verdict;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows how far a training is: a bar with the time left on a terminal, plain lines elsewhere. D(x)
 * and D(G(z)) are probabilities, sigmoids of the mean logits.
 */
final class Progress implements TrainingListener, AutoCloseable {
    private final ProgressBar bar;
    private final long images;

    Progress(TrainingOptions options) {
        images = options.images();
        bar =
                System.console() == null
                        ? null
                        : new ProgressBarBuilder()
                                .setTaskName(options.kind())
                                .setInitialMax(images)
                                .setUnit(" img", 1)
                                .setStyle(ProgressBarStyle.ASCII)
                                .setMaxRenderedLength(160)
                                .build();
    }

    @Override
    public void onTick(Tick tick) {
        if (bar != null) {
            bar.setExtraMessage(" " + numbers(tick));
            bar.stepTo(tick.images());
            return;
        }
        System.out.println(line(tick, images));
    }

    /** One tick as a line of a log. */
    static String line(Tick tick, long images) {
        long left = (long) ((images - tick.images()) / tick.imagesPerSecond());
        return String.format(
                Locale.ROOT,
                "%d of %d images, %s left, %s",
                tick.images(),
                images,
                left >= 3600
                        ? "%d h %02d min".formatted(left / 3600, left / 60 % 60)
                        : "%d min %02d s".formatted(left / 60, left % 60),
                numbers(tick));
    }

    private static String numbers(Tick tick) {
        return String.format(
                Locale.ROOT,
                "%.1f images/s, loss D %.3f G %s, D(x) %.2f D(G(z)) %.2f",
                tick.imagesPerSecond(),
                tick.lossD(),
                // During D's head start there is none.
                Double.isNaN(tick.lossG())
                        ? "waits"
                        : String.format(Locale.ROOT, "%.3f", tick.lossG()),
                probability(tick.logitsReal()),
                probability(tick.logitsFake()));
    }

    private static double probability(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    @Override
    public void onVerdict(Verdict verdict) {
        String action =
                verdict.action().equals("none") ? "" : " Done about it: " + verdict.action();
        System.out.printf(
                "Watchdog at %d images: %s.%s%n", verdict.images(), verdict.words(), action);
    }

    @Override
    public void onSnapshot(Training training) {
        if (bar != null) {
            bar.stepTo(training.images());
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
