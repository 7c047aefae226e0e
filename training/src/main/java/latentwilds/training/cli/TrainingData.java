package latentwilds.training.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import latentwilds.model.GeneratorSpec;
import latentwilds.seed.RandomStream;
import latentwilds.synthesis.Picture;
import latentwilds.training.augment.Batch;
import latentwilds.training.augment.Batches;
import latentwilds.training.augment.GroundBatches;
import latentwilds.training.augment.SpriteBatches;
import latentwilds.training.dataset.Dataset;
import latentwilds.training.dataset.DatasetManifest;
import latentwilds.training.dataset.Images;
import latentwilds.training.dataset.LabelledImages;
import latentwilds.training.dataset.OnePicture;
import latentwilds.training.file.PngFile;
import latentwilds.training.loop.OptionsFile;
import latentwilds.training.loop.TrainingOptions;
import latentwilds.training.report.Sheet;

/**
 * What a run is trained on: a data set as the run's options ask for it.
 *
 * @param options of the run
 * @param dataset that fits them
 * @param groups label groups that the generator has codes for, with their labels
 * @param batches of training pictures, decoded or on disk
 */
record TrainingData(
        TrainingOptions options,
        Dataset dataset,
        Map<String, List<String>> groups,
        Batches batches) {
    private static final int SHOWN = 64;
    private static final int COLUMNS = 8;

    /**
     * Opens what the networks are shown.
     *
     * @param groups all label groups of the run
     * @throws IllegalArgumentException if options and data set do not fit each other
     */
    static TrainingData open(
            TrainingOptions options, Dataset dataset, Map<String, List<String>> groups) {
        check(options, dataset);
        Map<String, List<String>> coded = new TreeMap<>(groups);
        coded.keySet().retainAll(options.generator().codes().keySet());
        Images images = dataset.images(DatasetManifest.Split.TRAIN, coded, Dataset.MEMORY);
        Batches batches =
                options.generator().spatial()
                        ? new GroundBatches(images, options.size())
                        : new SpriteBatches(images, options.augment().mirror());
        return new TrainingData(options, dataset, coded, batches);
    }

    /** Checks that options and data set fit each other. */
    static void check(TrainingOptions options, Dataset dataset) {
        DatasetManifest manifest = dataset.manifest();
        boolean fits =
                options.generator().spatial()
                        ? manifest.size() >= options.size()
                        : manifest.size() == options.size();
        if (!fits || manifest.channels() != options.channels()) {
            throw new IllegalArgumentException(
                    "%s: expected %s%d px with %d channels (from the configuration), found %d px with %d. Prepare it with --size and --channels, or choose another configuration"
                            .formatted(
                                    dataset.folder(),
                                    options.generator().spatial() ? "at least " : "",
                                    options.size(),
                                    options.channels(),
                                    manifest.size(),
                                    manifest.channels()));
        }
        options.generatorSpec(manifest.groups(), "");
    }

    GeneratorSpec spec() {
        return options.generatorSpec(groups, OptionsFile.hash(options));
    }

    /**
     * Writes a sheet of training pictures, as the discriminator is shown them, unless one is there.
     */
    void show(Path run) throws IOException {
        Path reals = run.resolve("reals.png");
        if (!Files.exists(reals)) {
            PngFile.write(sheet(), reals);
        }
    }

    private BufferedImage sheet() {
        Batch batch = batches.next(SHOWN, new RandomStream(options.seed()));
        int size = options.channels() * options.size() * options.size();
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < SHOWN; i++) {
            float[] values = new float[size];
            System.arraycopy(batch.pictures(), i * size, values, 0, size);
            pictures.add(new Picture(options.channels(), options.size(), options.size(), values));
        }
        return Sheet.grid(pictures, COLUMNS);
    }

    /** One image as the discriminator of such a run is shown it: colour multiplied by alpha. */
    static Picture picture(Path image, TrainingOptions options) {
        int size = options.size();
        int channels = options.channels();
        LabelledImages one =
                options.generator().spatial()
                        ? OnePicture.middle(image, size, channels)
                        : OnePicture.whole(image, size, channels);
        return new Picture(channels, size, size, SpriteBatches.values(one, 0));
    }
}
