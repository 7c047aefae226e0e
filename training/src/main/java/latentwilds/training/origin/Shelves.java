package latentwilds.training.origin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import latentwilds.training.image.ImageDecoder;

/**
 * Unpacked files as images; the last ones are remembered, since layers are used again and again.
 */
final class Shelves implements Piece.Shelf {
    /** Pixels of the largest image that is remembered: an atlas is, a texture is not. */
    private static final int LARGE = 4 << 20;

    private static final int REMEMBERED = 1000;

    private final Path folder;
    private final Map<String, Raster> remembered = new LinkedHashMap<>();

    Shelves(Path folder) {
        this.folder = folder;
    }

    @Override
    public Raster image(String path) throws IOException {
        Raster known = remembered.get(path);
        if (known != null) {
            return known;
        }
        byte[] bytes = Files.readAllBytes(folder.resolve(path));
        boolean texture = path.endsWith(".dds");
        Raster image = texture ? Dxt.decode(bytes) : Raster.of(ImageDecoder.decode(bytes));
        if (!texture && image.argb().length <= LARGE) {
            if (remembered.size() >= REMEMBERED) {
                remembered.remove(remembered.keySet().iterator().next());
            }
            remembered.put(path, image);
        }
        return image;
    }
}
