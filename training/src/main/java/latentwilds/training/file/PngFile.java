package latentwilds.training.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import latentwilds.model.WholeFile;

/** Writes images as PNG. */
public final class PngFile {
    private PngFile() {}

    /**
     * Writes an image so that the file is either whole or as it was. ImageIO's own way to a file
     * deletes what is there first, and prints a stack trace where it cannot write.
     *
     * @param image what to write
     * @param file where; an existing file is replaced
     * @throws IOException if it cannot be written
     */
    public static void write(BufferedImage image, Path file) throws IOException {
        WholeFile.write(file, bytes(image));
    }

    /**
     * Encodes an image.
     *
     * @param image what to encode
     * @return the content of a PNG file
     * @throws IOException if it cannot be encoded
     */
    public static byte[] bytes(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("no PNG writer");
            }
        }
        return bytes.toByteArray();
    }
}
