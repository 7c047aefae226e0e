package latentwilds.training.image;

import java.awt.image.BufferedImage;
import java.io.IOException;

/** Brings an image to the data set's size. Straight alpha; transparent pixels become black. */
public final class Fitting {
    private Fitting() {}

    /**
     * To {@code size x size}.
     *
     * @param image straight ARGB; not changed
     * @param size side in pixels
     * @param fit how
     * @return a new image of type {@link BufferedImage#TYPE_INT_ARGB}
     * @throws IOException with both sizes, when {@link Fit#EXACT} or {@link Fit#TILE} cannot do it
     */
    public static BufferedImage fit(BufferedImage image, int size, Fit fit) throws IOException {
        int w = image.getWidth();
        int h = image.getHeight();
        int side = Math.min(w, h);
        return switch (fit) {
            case EXACT -> exact(image, size);
            case TILE -> Tile.repeated(square(image), size);
            case CROP ->
                    Resampling.resized(
                            image.getSubimage((w - side) / 2, (h - side) / 2, side, side),
                            size,
                            size,
                            false);
            case PAD -> padded(image, size);
            case RESIZE -> Resampling.resized(image, size, size, false);
            case SMOOTH -> Resampling.resized(image, size, size, true);
        };
    }

    private static BufferedImage square(BufferedImage image) throws IOException {
        if (image.getHeight() != image.getWidth()) {
            throw new IOException(
                    "expected a square image, found %d x %d; --fit crop, pad or resize take others"
                            .formatted(image.getWidth(), image.getHeight()));
        }
        return image;
    }

    private static BufferedImage exact(BufferedImage image, int size) throws IOException {
        int side = square(image).getWidth();
        if (side < size || side % size != 0) {
            throw new IOException(
                    "expected %d x %d pixels or a whole multiple, found %d x %d; --fit crop, pad or resize take others"
                            .formatted(size, size, side, side));
        }
        return Resampling.resized(image, size, size, false);
    }

    private static BufferedImage padded(BufferedImage image, int size) {
        int longest = Math.max(image.getWidth(), image.getHeight());
        double scale = Math.min(1, (double) size / longest);
        int w = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int h = Math.max(1, (int) Math.round(image.getHeight() * scale));
        return centred(Resampling.resized(image, w, h, false), size);
    }

    /** Onto the middle of a transparent square; half pixels go up and left. */
    static BufferedImage centred(BufferedImage image, int size) {
        int w = image.getWidth();
        int h = image.getHeight();
        BufferedImage square = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = image.getRGB(0, 0, w, h, null, 0, w);
        square.setRGB((size - w) / 2, (size - h) / 2, w, h, pixels, 0, w);
        return square;
    }
}
