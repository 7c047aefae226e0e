package latentwilds.training.dataset;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import latentwilds.training.file.Reason;
import latentwilds.training.image.ImageDecoder;

/**
 * A prepared data set, opened for training.
 *
 * @param folder where it is
 * @param manifest what it holds
 */
public record Dataset(Path folder, DatasetManifest manifest) {

    /**
     * Opens a data set.
     *
     * @param folder made by {@link Preparation}
     * @return the data set; its images are not decoded yet
     * @throws DatasetException if it is not one
     */
    public static Dataset open(Path folder) {
        return new Dataset(folder, DatasetManifest.read(folder));
    }

    /**
     * Decodes one part into memory.
     *
     * @param split which part
     * @param groups label group to its labels; a run's own, since their order is that of its codes
     * @return images with label indices
     * @throws DatasetException naming a file that is missing, damaged or has another size
     */
    public LabelledImages images(DatasetManifest.Split split, Map<String, List<String>> groups) {
        List<byte[]> images = new ArrayList<>();
        List<int[]> labels = new ArrayList<>();
        for (DatasetManifest.Entry entry : manifest.entries()) {
            if (entry.split() == split) {
                images.add(pixels(folder.resolve(entry.file())));
                labels.add(indices(entry, groups));
            }
        }
        if (images.isEmpty()) {
            throw new DatasetException(
                    "%s: expected images in the part %s, found none. Prepare the data set again with another --held-out"
                            .formatted(folder, split));
        }
        return new LabelledImages(
                manifest.size(), manifest.channels(), images, labels.toArray(int[][]::new));
    }

    private int[] indices(DatasetManifest.Entry entry, Map<String, List<String>> groups) {
        int[] indices = new int[groups.size()];
        int at = 0;
        for (var group : groups.entrySet()) {
            String label = entry.labels().get(group.getKey());
            indices[at] = group.getValue().indexOf(label);
            if (indices[at++] < 0) {
                throw new DatasetException(
                        "%s: %s: expected a %s out of %s, found '%s'. Use the data set that the run was started on"
                                .formatted(
                                        folder,
                                        entry.file(),
                                        group.getKey(),
                                        group.getValue(),
                                        label));
            }
        }
        return indices;
    }

    private byte[] pixels(Path file) {
        int size = manifest.size();
        int channels = manifest.channels();
        try {
            BufferedImage image = ImageDecoder.decode(Files.readAllBytes(file));
            if (image.getWidth() != size || image.getHeight() != size) {
                throw new IOException(
                        "expected %d x %d pixels, found %d x %d"
                                .formatted(size, size, image.getWidth(), image.getHeight()));
            }
            byte[] bytes = new byte[size * size * channels];
            for (int i = 0; i < size * size; i++) {
                int argb = image.getRGB(i % size, i / size);
                bytes[i * channels] = (byte) (argb >> 16);
                bytes[i * channels + 1] = (byte) (argb >> 8);
                bytes[i * channels + 2] = (byte) argb;
                if (channels == 4) {
                    bytes[i * channels + 3] = (byte) (argb >>> 24);
                }
            }
            return bytes;
        } catch (IOException e) {
            throw new DatasetException(
                    "%s: %s. Prepare the data set again".formatted(file, Reason.of(e)), e);
        }
    }
}
