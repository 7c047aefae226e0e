package latentwilds.training.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelFile;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.Picture;
import latentwilds.synthesis.reference.ReferenceGenerator;
import latentwilds.training.dataset.Dataset;
import latentwilds.training.dataset.DatasetManifest.Split;
import latentwilds.training.file.PngFile;
import latentwilds.training.run.RunFolder;
import latentwilds.training.run.Snapshots;

/**
 * Makes a run's {@value Neighbours#NAME}: its newest generator against its own training pictures.
 */
public final class NeighbourSheet {
    private static final int SAMPLES = 16;

    private NeighbourSheet() {}

    /**
     * Writes the sheet, unless the one that is there is newer than the newest snapshot.
     *
     * @param run whose
     * @param features tells how alike pictures are
     * @throws IOException if pictures cannot be read or the sheet cannot be written
     * @throws IllegalArgumentException if the run has no snapshot or its data set is not there
     */
    public static void write(RunFolder run, Neighbours.Features features) throws IOException {
        List<Snapshots.Snapshot> snapshots = new Snapshots(run).snapshots();
        if (snapshots.isEmpty()) {
            throw new IllegalArgumentException(
                    run.path() + ": expected a snapshot, found none. Train it further");
        }
        Path newest = snapshots.get(snapshots.size() - 1).file();
        Path sheet = run.path().resolve(Neighbours.NAME);
        if (Files.exists(sheet)
                && Files.getLastModifiedTime(sheet).compareTo(Files.getLastModifiedTime(newest))
                        > 0) {
            return;
        }
        Dataset dataset = Dataset.open(Path.of(run.origin().dataset()));
        GeneratorWeights weights = ModelFile.read(newest);
        try (Generator generator = new ReferenceGenerator(weights)) {
            int size = run.options().size();
            int cells = weights.spec().spatial() ? size / weights.spec().cellPixels() : 1;
            List<Picture> samples =
                    new Samples(weights, generator, Map.of(), cells).pictures(0, SAMPLES - 1);
            Stream<Picture> real =
                    dataset.manifest().entries().stream()
                            .filter(entry -> entry.split() == Split.TRAIN)
                            .map(entry -> read(dataset.folder().resolve(entry.file())))
                            .flatMap(image -> crops(image, size, weights.spec().channels()));
            PngFile.write(Neighbours.sheet(samples, real, features), sheet);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The picture itself, or of larger ones (ground) those that lie side by side in it. */
    private static Stream<Picture> crops(BufferedImage image, int size, int channels) {
        int across = image.getWidth() / size;
        return IntStream.range(0, across * (image.getHeight() / size))
                .mapToObj(
                        i ->
                                picture(
                                        image.getSubimage(
                                                i % across * size, i / across * size, size, size),
                                        channels));
    }

    private static BufferedImage read(Path file) {
        try {
            BufferedImage image = ImageIO.read(file.toFile());
            if (image == null) {
                throw new IOException(file + " is no image");
            }
            return image;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a generator makes it: [-1, 1], colour premultiplied. */
    static Picture picture(BufferedImage image, int channels) {
        int w = image.getWidth();
        int pixels = w * image.getHeight();
        float[] values = new float[channels * pixels];
        for (int i = 0; i < pixels; i++) {
            int argb = image.getRGB(i % w, i / w);
            float alpha = channels == 4 ? (argb >>> 24) / 255f : 1;
            for (int c = 0; c < 3; c++) {
                values[c * pixels + i] = alpha * (argb >> 8 * (2 - c) & 255) / 127.5f - 1;
            }
            if (channels == 4) {
                values[3 * pixels + i] = 2 * alpha - 1;
            }
        }
        return new Picture(channels, w, image.getHeight(), values);
    }
}
