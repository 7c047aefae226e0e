package latentwilds.training.dataset;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

    /** Decoded images that are kept in memory by default: 1 GiB. */
    public static final long MEMORY = 1L << 30;

    /**
     * Decodes one part into memory.
     *
     * @param split which part
     * @param groups label group to its labels; a run's own, since their order is that of its codes
     * @return images with label indices
     * @throws DatasetException naming a file that is missing, damaged or has another size
     */
    public LabelledImages images(DatasetManifest.Split split, Map<String, List<String>> groups) {
        int[] places = places(split);
        List<byte[]> images = Arrays.stream(places).mapToObj(this::pixels).toList();
        return new LabelledImages(
                manifest.size(), manifest.channels(), images, labels(places, groups));
    }

    /**
     * One part, in memory if it fits, else from disk: then {@code pixels.bin} is written into the
     * data set's folder, unless it is there and whole.
     *
     * @param split which part
     * @param groups as for {@link #images(DatasetManifest.Split, Map)}
     * @param memory bytes of decoded images to keep at most, such as {@link #MEMORY}
     * @return images with label indices; the same ones in the same order either way
     * @throws DatasetException naming a file that is missing, damaged or has another size
     * @throws UncheckedIOException if that file cannot be written
     */
    public Images images(
            DatasetManifest.Split split, Map<String, List<String>> groups, long memory) {
        int[] places = places(split);
        if ((long) places.length * bytesPerImage() <= memory) {
            return images(split, groups);
        }
        int[][] labels = labels(places, groups);
        Path file = folder.resolve(PixelFile.NAME);
        try {
            PixelFile pixels =
                    PixelFile.open(
                            file,
                            Checksum.sha256(
                                    Files.readAllBytes(folder.resolve(DatasetManifest.NAME))),
                            manifest.entries().size(),
                            bytesPerImage(),
                            this::pixels);
            return new DiskImages(
                    manifest.size(), manifest.channels(), pixels, places, labels, this::pixels);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s: cannot be written: %s. It is needed because the images take %d MB, more than the %d MB to keep in memory: allow more, make room or check permissions"
                            .formatted(
                                    file,
                                    Reason.of(e),
                                    (long) places.length * bytesPerImage() >> 20,
                                    memory >> 20),
                    e);
        }
    }

    private int bytesPerImage() {
        return manifest.size() * manifest.size() * manifest.channels();
    }

    /** Places of a part's images among all entries. */
    private int[] places(DatasetManifest.Split split) {
        int[] places =
                IntStream.range(0, manifest.entries().size())
                        .filter(i -> manifest.entries().get(i).split() == split)
                        .toArray();
        if (places.length == 0) {
            throw new DatasetException(
                    "%s: expected images in the part %s, found none. Prepare the data set again with another --held-out"
                            .formatted(folder, split));
        }
        return places;
    }

    private int[][] labels(int[] places, Map<String, List<String>> groups) {
        return Arrays.stream(places)
                .mapToObj(i -> indices(manifest.entries().get(i), groups))
                .toArray(int[][]::new);
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

    private byte[] pixels(int place) {
        Path file = folder.resolve(manifest.entries().get(place).file());
        int size = manifest.size();
        int channels = manifest.channels();
        try {
            BufferedImage image = ImageDecoder.decode(Files.readAllBytes(file));
            if (image.getWidth() != size || image.getHeight() != size) {
                throw new IOException(
                        "expected %d x %d pixels, found %d x %d"
                                .formatted(size, size, image.getWidth(), image.getHeight()));
            }
            return bytes(image, channels);
        } catch (IOException e) {
            throw new DatasetException(
                    "%s: %s. Prepare the data set again".formatted(file, Reason.of(e)), e);
        }
    }

    /** A square image's pixels, interleaved; straight alpha if there are four channels. */
    static byte[] bytes(BufferedImage image, int channels) {
        int size = image.getWidth();
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
    }
}
