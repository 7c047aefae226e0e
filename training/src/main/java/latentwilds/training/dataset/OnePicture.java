package latentwilds.training.dataset;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import latentwilds.training.file.Reason;
import latentwilds.training.image.Fit;
import latentwilds.training.image.Fitting;
import latentwilds.training.image.ImageDecoder;

/** A single image file, brought to the size that a run is trained on. */
public final class OnePicture {
    private OnePicture() {}

    /**
     * Reads a thing in a frame: the whole image, shrunk where it is a multiple of the size.
     *
     * @param file of a kind that {@link ImageDecoder} reads
     * @param size side in pixels
     * @param channels 3 or 4
     * @return one image without labels
     * @throws DatasetException naming the file, what was expected and what was found
     */
    public static LabelledImages whole(Path file, int size, int channels) {
        try {
            BufferedImage image = decoded(file);
            int width = image.getWidth();
            int height = image.getHeight();
            if (width != height || width < size || width % size != 0) {
                throw new IOException(
                        "expected %d x %d pixels or a whole multiple, found %d x %d"
                                .formatted(size, size, width, height));
            }
            return one(Fitting.fit(image, size, Fit.EXACT), channels);
        } catch (IOException e) {
            throw unfit(file, e, size);
        }
    }

    /**
     * Reads ground: the middle of the image at its own scale, as crops are trained on.
     *
     * @param file of a kind that {@link ImageDecoder} reads
     * @param size side of the crop in pixels
     * @param channels 3 or 4
     * @return one image without labels
     * @throws DatasetException naming the file, what was expected and what was found
     */
    public static LabelledImages middle(Path file, int size, int channels) {
        try {
            BufferedImage image = decoded(file);
            int width = image.getWidth();
            int height = image.getHeight();
            if (width < size || height < size) {
                throw new IOException(
                        "expected at least %d x %d pixels, found %d x %d"
                                .formatted(size, size, width, height));
            }
            BufferedImage middle =
                    image.getSubimage((width - size) / 2, (height - size) / 2, size, size);
            return one(middle, channels);
        } catch (IOException e) {
            throw unfit(file, e, size);
        }
    }

    private static BufferedImage decoded(Path file) throws IOException {
        if (Files.notExists(file)) {
            throw new IOException("expected an image, found no file");
        }
        return ImageDecoder.decode(Files.readAllBytes(file));
    }

    private static LabelledImages one(BufferedImage image, int channels) {
        byte[] bytes = Dataset.bytes(image, channels);
        return new LabelledImages(image.getWidth(), channels, List.of(bytes), new int[1][0]);
    }

    private static DatasetException unfit(Path file, IOException e, int size) {
        return new DatasetException(
                "%s: %s. Give an image as the run's data set holds them (%d px)"
                        .formatted(file, Reason.of(e), size),
                e);
    }
}
