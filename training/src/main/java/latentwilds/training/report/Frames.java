package latentwilds.training.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import latentwilds.training.file.PngFile;

/**
 * Pictures of a run as data URIs, small enough for a page. Sheets that were enlarged are brought
 * back to one pixel per pixel, and the browser enlarges them again; what is still heavy becomes a
 * JPEG. Encoded once and kept, so that a report can be rewritten at every snapshot. Used by one
 * thread.
 */
final class Frames {
    /** At most so many frames of a run's history are shown. */
    static final int MOST = 60;

    /** A frame with more bytes than this is shown as a JPEG. */
    static final int HEAVY = 64 * 1024;

    private static final float QUALITY = 0.88f;
    private static final List<Integer> ZOOMS = List.of(8, 4, 3, 2);

    private final Map<Key, Frame> kept = new HashMap<>();

    /** A file as it was when it was read: a resumed run writes some of its grids again. */
    private record Key(Path file, FileTime time, boolean light) {}

    /**
     * A picture in a page.
     *
     * @param source data URI
     * @param width as it lies on disk, pixels
     * @param height as it lies on disk, pixels
     */
    record Frame(String source, int width, int height) {}

    /** At most {@link #MOST} of many, evenly chosen, the first and the last among them. */
    static <V> SortedMap<Long, V> chosen(SortedMap<Long, V> all) {
        List<Long> keys = new ArrayList<>(all.keySet());
        SortedMap<Long, V> chosen = new TreeMap<>();
        int count = Math.min(MOST, keys.size());
        for (int i = 0; i < count; i++) {
            Long key =
                    keys.get(count == 1 ? 0 : (int) ((long) i * (keys.size() - 1) / (count - 1)));
            chosen.put(key, all.get(key));
        }
        return chosen;
    }

    /** A frame of the history: light. */
    Frame light(Path file) throws IOException {
        return frame(file, true);
    }

    /** A picture to be looked at closely: exact. */
    Frame exact(Path file) throws IOException {
        return frame(file, false);
    }

    private Frame frame(Path file, boolean light) throws IOException {
        Key key = new Key(file, Files.getLastModifiedTime(file), light);
        Frame frame = kept.get(key);
        if (frame == null) {
            frame = encode(read(file), light);
            kept.keySet().removeIf(old -> old.file.equals(file) && old.light == light);
            kept.put(key, frame);
        }
        return frame;
    }

    private static BufferedImage read(Path file) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(file)));
        if (image == null) {
            throw new IOException(file + " is no image");
        }
        return image;
    }

    private static Frame encode(BufferedImage image, boolean light) throws IOException {
        byte[] png = PngFile.bytes(reduced(image));
        boolean heavy = light && png.length > HEAVY;
        byte[] bytes = heavy ? jpeg(image) : png;
        return new Frame(
                "data:image/%s;base64,%s"
                        .formatted(
                                heavy ? "jpeg" : "png", Base64.getEncoder().encodeToString(bytes)),
                image.getWidth(),
                image.getHeight());
    }

    /** Undoes an enlargement by whole pixels, where there was one. */
    static BufferedImage reduced(BufferedImage image) {
        for (int zoom : ZOOMS) {
            if (enlarged(image, zoom)) {
                int w = image.getWidth() / zoom;
                int h = image.getHeight() / zoom;
                BufferedImage small = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
                for (int i = 0; i < w * h; i++) {
                    small.setRGB(i % w, i / w, image.getRGB(i % w * zoom, i / w * zoom));
                }
                return small;
            }
        }
        return image;
    }

    private static boolean enlarged(BufferedImage image, int zoom) {
        if (image.getWidth() % zoom != 0 || image.getHeight() % zoom != 0) {
            return false;
        }
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) != image.getRGB(x - x % zoom, y - y % zoom)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        BufferedImage opaque =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        opaque.createGraphics().drawImage(image, 0, 0, null);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(opaque, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
