package latentwilds.training.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import latentwilds.model.Condition;
import latentwilds.seed.RandomStream;
import latentwilds.texture.PixelArt;
import latentwilds.training.dataset.Dataset;
import latentwilds.training.dataset.DatasetManifest.Split;
import latentwilds.training.dataset.Images;

/** The colours that training pictures are made of, per label of a generator's first group. */
final class LabelPalettes {
    private static final int COLOURS = 64;
    private static final int SAMPLES = 40_000;
    private static final int OPAQUE = 128;

    private LabelPalettes() {}

    /** Label to {@code #rrggbb}, most frequent first; {@code *} for an unconditional generator. */
    static Map<String, List<String>> of(Dataset dataset, Condition condition) {
        Map<String, List<String>> groups = new TreeMap<>();
        List<String> labels = List.of("*");
        if (!condition.groups().isEmpty()) {
            Condition.Group group = condition.groups().get(0);
            labels = group.labels();
            groups.put(group.name(), labels);
        }
        Images images = dataset.images(Split.TRAIN, groups, Dataset.MEMORY);
        Map<String, List<String>> palettes = new TreeMap<>();
        for (int label = 0; label < labels.size(); label++) {
            int[] samples = samples(images, groups.isEmpty() ? -1 : label);
            if (samples.length > 0) {
                palettes.put(
                        labels.get(label),
                        Arrays.stream(PixelArt.palette(samples, COLOURS))
                                .mapToObj("#%06x"::formatted)
                                .toList());
            }
        }
        return palettes;
    }

    /** Colours of opaque pixels, drawn at random from the pictures of a label; -1 for all. */
    private static int[] samples(Images images, int label) {
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            if (label < 0 || images.labels(i)[0] == label) {
                chosen.add(i);
            }
        }
        int[] samples = new int[chosen.isEmpty() ? 0 : SAMPLES];
        RandomStream random = new RandomStream(0);
        int channels = images.channels();
        int count = 0;
        for (int i = 0; i < samples.length; i++) {
            byte[] pixels = images.pixels(random.pick(chosen));
            int at = random.nextInt(images.side() * images.side()) * channels;
            if (channels == 3 || (pixels[at + 3] & 255) >= OPAQUE) {
                samples[count++] =
                        (pixels[at] & 255) << 16
                                | (pixels[at + 1] & 255) << 8
                                | pixels[at + 2] & 255;
            }
        }
        return Arrays.copyOf(samples, count);
    }
}
