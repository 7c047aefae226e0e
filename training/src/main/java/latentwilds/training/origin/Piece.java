package latentwilds.training.origin;

import java.io.IOException;
import java.util.List;

/** How one image of a set is made from the files of its packages. */
interface Piece {
    /** Gives the files that {@link #draw} asks for. */
    interface Shelf {
        /** A file's bytes as an image. */
        Raster image(String path) throws IOException;
    }

    /** Its own name in the set, by which it is split. */
    String source();

    /** The files that it needs, each the key of its package, a slash and the path inside. */
    List<String> files();

    /** The image. */
    Raster draw(Shelf shelf) throws IOException;

    /** The last part of a path, without its ending. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.png$", "");
    }

    /** What follows the package's key. */
    static String inside(String path) {
        return path.substring(path.indexOf('/') + 1);
    }
}
