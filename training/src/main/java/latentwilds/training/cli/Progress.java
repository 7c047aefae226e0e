package latentwilds.training.cli;

import latentwilds.training.loop.Tick;
import latentwilds.training.loop.Training;
import latentwilds.training.loop.TrainingListener;
import latentwilds.training.loop.TrainingOptions;
import latentwilds.training.loop.Verdict;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a training is: a bar on a terminal, plain lines elsewhere. */
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
                                .showSpeed()
                                .build();
    }

    @Override
    public void onTick(Tick tick) {
        String losses =
                "D %.3f G %.3f D(x) %.2f D(G(z)) %.2f"
                        .formatted(
                                tick.lossD(), tick.lossG(), tick.logitsReal(), tick.logitsFake());
        if (bar != null) {
            bar.setExtraMessage(losses);
            bar.stepTo(tick.images());
            return;
        }
        long left = (long) ((images - tick.images()) / tick.imagesPerSecond());
        System.out.printf(
                "%d of %d images, %.1f images/s, %d min %02d s left, %s%n",
                tick.images(), images, tick.imagesPerSecond(), left / 60, left % 60, losses);
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
