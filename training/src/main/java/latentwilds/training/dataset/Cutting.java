package latentwilds.training.dataset;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes an image and brings it to the data set's size. Straight alpha; transparent pixels are
 * black.
 */
final class Cutting {
    private static final long MAX_PIXELS = 64L << 20;

    private Cutting() {}

    /** Decodes, after a look at the size that the header promises. */
    static BufferedImage decode(byte[] bytes) throws IOException {
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("expected an image, found something else");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                return read(reader);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage read(ImageReader reader) throws IOException {
        long width;
        long height;
        try {
            width = reader.getWidth(0);
            height = reader.getHeight(0);
            if (width * height <= MAX_PIXELS) {
                return reader.read(0);
            }
        } catch (IOException | RuntimeException e) {
            // ImageIO's readers throw what they like on damaged files.
            throw new IOException(
                    "expected an image, found a damaged one (%s)".formatted(innermost(e)), e);
        }
        throw new IOException(
                "expected at most %d pixels, found %d x %d".formatted(MAX_PIXELS, width, height));
    }

    private static String innermost(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof EOFException) {
            return "it is cut off";
        }
        return cause.getMessage() == null ? "its data makes no sense" : cause.getMessage();
    }

    /** To {@code size x size}; throws with both sizes when that is not possible. */
    static BufferedImage cut(BufferedImage image, int size, Recipe.Fit fit) throws IOException {
        int side = image.getWidth();
        if (image.getHeight() != side) {
            throw new IOException(
                    "expected a square image, found %d x %d".formatted(side, image.getHeight()));
        }
        if (fit == Recipe.Fit.TILE) {
            return tiled(image, size);
        }
        if (side < size || side % size != 0) {
            throw new IOException(
                    "expected %d x %d pixels or a whole multiple, found %d x %d"
                            .formatted(size, size, side, side));
        }
        int factor = side / size;
        BufferedImage small = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                small.setRGB(x, y, average(image, x * factor, y * factor, factor));
            }
        }
        return small;
    }

    /** Mean of a block; colour is weighted by alpha. */
    private static int average(BufferedImage image, int left, int top, int factor) {
        long alpha = 0;
        long[] sums = new long[3];
        for (int y = top; y < top + factor; y++) {
            for (int x = left; x < left + factor; x++) {
                int argb = image.getRGB(x, y);
                int a = argb >>> 24;
                alpha += a;
                for (int c = 0; c < 3; c++) {
                    sums[c] += (long) a * (argb >> 8 * (2 - c) & 255);
                }
            }
        }
        if (alpha == 0) {
            return 0;
        }
        int argb = (int) ((alpha + factor * factor / 2) / (factor * factor)) << 24;
        for (int c = 0; c < 3; c++) {
            argb |= (int) ((sums[c] + alpha / 2) / alpha) << 8 * (2 - c);
        }
        return argb;
    }

    private static BufferedImage tiled(BufferedImage tile, int size) {
        int half = size / 2;
        int side = tile.getWidth();
        BufferedImage large = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < size; y++) {
            double sourceY = (y % half + 0.5) * side / half - 0.5;
            for (int x = 0; x < size; x++) {
                double sourceX = (x % half + 0.5) * side / half - 0.5;
                large.setRGB(x, y, wrapped(tile, sourceX, sourceY));
            }
        }
        return large;
    }

    /** Bilinear, wrapping round at the edges. */
    private static int wrapped(BufferedImage tile, double x, double y) {
        int side = tile.getWidth();
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        double tx = x - x0;
        double ty = y - y0;
        int argb = 0xFF000000;
        for (int shift = 0; shift <= 16; shift += 8) {
            double value = 0;
            for (int k = 0; k < 4; k++) {
                int px = Math.floorMod(x0 + (k & 1), side);
                int py = Math.floorMod(y0 + (k >> 1), side);
                double weight = ((k & 1) == 0 ? 1 - tx : tx) * ((k >> 1) == 0 ? 1 - ty : ty);
                value += weight * (tile.getRGB(px, py) >> shift & 255);
            }
            argb |= (int) Math.round(value) << shift;
        }
        return argb;
    }
}
