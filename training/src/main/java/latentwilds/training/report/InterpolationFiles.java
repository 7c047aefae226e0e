package latentwilds.training.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import latentwilds.synthesis.Picture;
import latentwilds.training.file.ApngFile;
import latentwilds.training.file.GifFile;
import latentwilds.training.file.PngFile;

/**
 * The files that a way through latent space is made into; each may be null.
 *
 * @param strip a PNG, one row per way
 * @param gif an animated GIF: 256 colours, edges without half-transparency
 * @param apng an animated PNG: all colours
 */
public record InterpolationFiles(Path strip, Path gif, Path apng) {
    private static final int FILM_SIDE = 256;

    /**
     * Those that are wanted.
     *
     * @return in the order of the record
     */
    public List<Path> outputs() {
        return Stream.of(strip, gif, apng).filter(Objects::nonNull).toList();
    }

    /**
     * Draws the way; small pictures are enlarged in films, pixel by pixel.
     *
     * @param way to be walked
     * @param fps frames per second of the films
     * @param loop whether films are played for ever
     * @return file to what it is to hold
     * @throws IOException if a picture cannot be encoded
     */
    public Map<Path, byte[]> bytes(Interpolation way, int fps, boolean loop) throws IOException {
        List<List<Picture>> rows = way.rows();
        Map<Path, byte[]> files = new LinkedHashMap<>();
        if (strip != null) {
            List<Picture> all = rows.stream().flatMap(List::stream).toList();
            files.put(strip, PngFile.bytes(Sheet.grid(all, rows.get(0).size())));
        }
        List<BufferedImage> film = way.film(rows).stream().map(Sheet::image).toList();
        int zoom = Math.max(1, FILM_SIDE / film.get(0).getWidth());
        if (gif != null) {
            files.put(gif, GifFile.bytes(film, zoom, fps, loop));
        }
        if (apng != null) {
            files.put(apng, ApngFile.bytes(film, zoom, fps, loop));
        }
        return files;
    }
}
