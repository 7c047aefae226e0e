package latentwilds.training.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import latentwilds.training.Fixtures;
import latentwilds.training.loop.Tick;
import latentwilds.training.loop.TrainingOptions;
import latentwilds.training.run.RunFolder;
import latentwilds.training.run.Seen;

/** A run's folder as a training would leave it, without the training. */
final class FakeRun {
    private FakeRun() {}

    static RunFolder make(Path parent) {
        return RunFolder.create(
                parent,
                TrainingOptions.DEFAULTS,
                new RunFolder.Origin("/data/set", Map.of(), Seen.NOTHING));
    }

    /** Three ticks of a thousand images each, and a grid after each. */
    static RunFolder trained(Path parent) throws IOException {
        RunFolder run = make(parent);
        for (int i = 1; i <= 3; i++) {
            run.append("stats.jsonl", line(i * 1000, 0.5 + i, i % 2));
            grid(run, i * 1000);
        }
        Fixtures.write(run.path().resolve("reals.png"), Fixtures.image(32, 32, 9));
        return run;
    }

    static void grid(RunFolder run, long images) throws IOException {
        Fixtures.write(Grids.file(run, images), Fixtures.image(32, 32, images));
    }

    static String line(long images, double lossD, double logit) {
        return """
        {"images":%d,"seconds":%s,"imagesPerSecond":100.0,"lossD":%s,"lossG":1.25,"logitsReal":%s,"logitsFake":-1,"penalty":"NaN"}\
        """
                .formatted(images, images / 100.0, lossD, logit);
    }

    /** Read from JSON, so that fields which are not asked about need no mention. */
    static Tick tick(long images) {
        try {
            return JsonMapper.builder().build().readValue(line(images, 0.5, 2), Tick.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static BufferedImage plain(int side, int rgb) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < side * side; i++) {
            image.setRGB(i % side, i / side, rgb);
        }
        return image;
    }

    static void write(RunFolder run, String file, List<String> lines) throws IOException {
        Files.write(run.path().resolve(file), lines);
    }
}
