package latentwilds.tour;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.PixmapIO;
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
            FileHandle file = new FileHandle(folder.resolve(name + ".png").toFile());
            PixmapIO.writePNG(file, pixmap, Deflater.DEFAULT_COMPRESSION, true);
        } finally {
            pixmap.dispose();
        }
    }
}
