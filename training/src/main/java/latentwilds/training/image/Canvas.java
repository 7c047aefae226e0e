package latentwilds.training.image;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.gif.GifHeaderDirectory;
import com.drew.metadata.gif.GifImageDirectory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Where the first picture of an animation lies: GIF and WebP store only what is not empty of it, on
 * a canvas that is larger (GIF89a, logical screen; WebP container, VP8X and ANMF).
 *
 * @param width of the whole, pixels
 * @param height of the whole, pixels
 * @param left where the stored picture begins, pixels from the left
 * @param top where the stored picture begins, pixels from above
 */
record Canvas(int width, int height, int left, int top) {
    private static final int VP8X = 12;
    private static final int CHUNKS = 30;

    /** As the file's own data says; null where it says nothing or nonsense. */
    static Canvas of(byte[] file) {
        try {
            if (is(file, 0, "GIF8")) {
                return gif(file);
            }
            return is(file, 0, "RIFF") && is(file, VP8X, "VP8X") ? webp(file) : null;
        } catch (ImageProcessingException | MetadataException | IOException | RuntimeException e) {
            // The picture itself was read: it can stand for itself.
            return null;
        }
    }

    private static Canvas gif(byte[] file)
            throws ImageProcessingException, IOException, MetadataException {
        Metadata all =
                ImageMetadataReader.readMetadata(new ByteArrayInputStream(file), file.length);
        GifHeaderDirectory screen = all.getFirstDirectoryOfType(GifHeaderDirectory.class);
        GifImageDirectory first = all.getFirstDirectoryOfType(GifImageDirectory.class);
        return new Canvas(
                screen.getInt(GifHeaderDirectory.TAG_IMAGE_WIDTH),
                screen.getInt(GifHeaderDirectory.TAG_IMAGE_HEIGHT),
                first.getInt(GifImageDirectory.TAG_LEFT),
                first.getInt(GifImageDirectory.TAG_TOP));
    }

    private static Canvas webp(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int at = CHUNKS;
        while (!is(file, at, "ANMF")) {
            if (is(file, at, "VP8 ") || is(file, at, "VP8L")) {
                return null;
            }
            int length = bytes.getInt(at + 4);
            at += 8 + length + (length & 1);
        }
        return new Canvas(
                1 + number(bytes, VP8X + 12),
                1 + number(bytes, VP8X + 15),
                2 * number(bytes, at + 8),
                2 * number(bytes, at + 11));
    }

    /** Three bytes. */
    private static int number(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xFFFF | (bytes.get(at + 2) & 0xFF) << 16;
    }

    private static boolean is(byte[] file, int at, String name) {
        return file.length >= at + 4
                && new String(file, at, 4, StandardCharsets.ISO_8859_1).equals(name);
    }

    long pixels() {
        return (long) width * height;
    }

    /** The stored picture in its place, on transparent ground; itself if it does not fit in. */
    BufferedImage whole(BufferedImage stored) {
        boolean same = stored.getWidth() == width && stored.getHeight() == height;
        if (same || left + stored.getWidth() > width || top + stored.getHeight() > height) {
            return stored;
        }
        BufferedImage whole = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int w = stored.getWidth();
        int h = stored.getHeight();
        whole.setRGB(left, top, w, h, stored.getRGB(0, 0, w, h, null, 0, w), 0, w);
        return whole;
    }
}
