package latentwilds.training.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes the first picture of a PNG, JPEG (CMYK and YCCK too), GIF, BMP, WebP or TIFF file to
 * straight 8-bit ARGB, on its whole canvas, turned upright as its EXIF orientation says. What
 * ImageIO cannot read itself comes from TwelveMonkeys' plugins on the class path.
 */
public final class ImageDecoder {
    /** Endings of the files that are taken for images. */
    public static final List<String> ENDINGS =
            List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff");

    private static final long MAX_PIXELS = 64L << 20;

    private ImageDecoder() {}

    /**
     * Decodes, after a look at the size that the header promises.
     *
     * @param bytes a whole file
     * @return a new image of type {@link BufferedImage#TYPE_INT_ARGB}
     * @throws IOException saying what was expected and found
     */
    public static BufferedImage decode(byte[] bytes) throws IOException {
        refuseCutOffWebp(bytes);
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("expected an image, found something else");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                BufferedImage straight = straight(read(reader));
                return Orientation.of(bytes).upright(onCanvas(straight, Canvas.of(bytes)));
            } finally {
                reader.dispose();
            }
        }
    }

    /** RIFF says how long it is; TwelveMonkeys' reader can spend a minute on a file cut short. */
    private static void refuseCutOffWebp(byte[] bytes) throws IOException {
        boolean riff = bytes.length >= 12 && bytes[0] == 'R' && bytes[1] == 'I' && bytes[8] == 'W';
        if (riff) {
            int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
            if (Integer.toUnsignedLong(length) > bytes.length - 8) {
                throw new IOException("expected an image, found a damaged one (it is cut off)");
            }
        }
    }

    private static BufferedImage onCanvas(BufferedImage stored, Canvas canvas) throws IOException {
        if (canvas == null) {
            return stored;
        }
        if (canvas.pixels() > MAX_PIXELS) {
            throw tooLarge(canvas.width(), canvas.height());
        }
        return canvas.whole(stored);
    }

    private static BufferedImage read(ImageReader reader) throws IOException {
        long width;
        long height;
        try {
            width = reader.getWidth(0);
            height = reader.getHeight(0);
            if (width * height <= MAX_PIXELS) {
                return whole(reader);
            }
        } catch (IOException | RuntimeException e) {
            // ImageIO's readers throw what they like on damaged files.
            throw new IOException(
                    "expected an image, found a damaged one (%s)".formatted(innermost(e)), e);
        }
        throw tooLarge(width, height);
    }

    private static IOException tooLarge(long width, long height) {
        return new IOException(
                "expected at most %d pixels, found %d x %d".formatted(MAX_PIXELS, width, height));
    }

    /** JPEG's reader fills up with grey what is missing, and only warns. */
    private static BufferedImage whole(ImageReader reader) throws IOException {
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        BufferedImage image = reader.read(0);
        if (warnings.stream()
                .anyMatch(w -> w.contains("premature end") || w.contains("Truncated File"))) {
            throw new EOFException();
        }
        return image;
    }

    private static String innermost(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof EOFException) {
            return "it is cut off";
        }
        if (cause instanceof IndexOutOfBoundsException) {
            return "its data makes no sense, perhaps it is cut off";
        }
        return cause.getMessage() == null ? "its data makes no sense" : cause.getMessage();
    }

    /** Grey is copied sample by sample: Java takes it for linear light and would brighten it. */
    private static BufferedImage straight(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        BufferedImage straight = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        ColorModel model = image.getColorModel();
        boolean grey =
                !(model instanceof IndexColorModel)
                        && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        Raster raster = image.getRaster();
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            if (grey) {
                greyRow(raster, model, y, row);
            } else {
                image.getRGB(0, y, width, 1, row, 0, width);
            }
            straight.setRGB(0, y, width, 1, row, 0, width);
        }
        return straight;
    }

    private static void greyRow(Raster raster, ColorModel model, int y, int[] row) {
        boolean alpha = model.hasAlpha();
        double greyScale = 255.0 / ((1L << model.getComponentSize(0)) - 1);
        double alphaScale = alpha ? 255.0 / ((1L << model.getComponentSize(1)) - 1) : 0;
        for (int x = 0; x < row.length; x++) {
            int grey = (int) Math.round(raster.getSampleDouble(x, y, 0) * greyScale);
            int a = alpha ? (int) Math.round(raster.getSampleDouble(x, y, 1) * alphaScale) : 255;
            row[x] = a << 24 | grey << 16 | grey << 8 | grey;
        }
    }
}
