package latentwilds.preview;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.imageio.ImageIO;
import latentwilds.model.WholeFile;

/** A PNG file, made without a window. */
public final class PictureFile {
    private final Path path;

    /**
     * Makes sure that the file can be written, before anybody has waited for its picture.
     *
     * @param path where; a file that is there is replaced by {@link #write}
     * @throws IOException if nothing can be written there
     */
    public PictureFile(Path path) throws IOException {
        this.path = path;
        boolean there = Files.exists(path);
        Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
        if (!there) {
            Files.delete(path);
        }
    }

    /**
     * Writes the file.
     *
     * @param argb {@code 0xAARRGGBB} row by row, the topmost first; alpha is ignored
     * @param width pixels in a row
     * @throws IOException if it cannot be written
     */
    public void write(int[] argb, int width) throws IOException {
        int height = argb.length / width;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        WholeFile.write(path, bytes.toByteArray());
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
