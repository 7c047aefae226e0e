package latentwilds.training.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import latentwilds.training.Fixtures;

/**
 * Ten images, a data set of them, and a run of two steps, all made through the command line.
 *
 * @param dataset prepared
 * @param config of the run
 * @param run trained to its end
 */
record TinyModel(Path dataset, Path config, Path run) {

    static TinyModel make(Path folder) throws IOException {
        Path dataset = dataset(folder);
        Path config = Fixtures.config(folder.resolve("tiny.json"));
        Path runs = folder.resolve("runs");
        Shell.done("train", "--config", config, "--data", dataset, "--out", runs);
        return new TinyModel(dataset, config, only(runs));
    }

    static Path dataset(Path folder) throws IOException {
        Path dataset = folder.resolve("dataset");
        Path images = Fixtures.tenImages(folder.resolve("images"));
        Shell.done(
                "prepare", "--from", images, "--out", dataset, "--size", 16, "--groups", "species");
        return dataset;
    }

    Path export(Path out, Object... more) {
        Object[] fixed = {"export", "--run", run, "--out", out};
        Shell.done(Stream.concat(Stream.of(fixed), Stream.of(more)).toArray());
        return out;
    }

    static Path only(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.reduce((a, b) -> null).orElseThrow();
        }
    }
}
