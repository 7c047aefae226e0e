package latentwilds.tour;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.PixmapIO;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.Deflater;

/** Takes pictures of the back buffer. Render thread, after a frame was drawn. */
final class Camera {
    private final Path folder;

    Camera(Path folder) {
        this.folder = folder;
    }

    void take(String name) {
        Pixmap pixmap =
                Pixmap.createFromFrameBuffer(
                        0,
                        0,
                        Gdx.graphics.getBackBufferWidth(),
                        Gdx.graphics.getBackBufferHeight());
        try {
            solid(pixmap.getPixels());
            FileHandle file = new FileHandle(folder.resolve(name + ".png").toFile());
            PixmapIO.writePNG(file, pixmap, Deflater.DEFAULT_COMPRESSION, true);
        } finally {
            pixmap.dispose();
        }
    }

    /** A window shows no alpha; a picture would: shadows thinned it. */
    private static void solid(ByteBuffer rgba) {
        for (int i = 3; i < rgba.limit(); i += 4) {
            rgba.put(i, (byte) 255);
        }
    }
}
