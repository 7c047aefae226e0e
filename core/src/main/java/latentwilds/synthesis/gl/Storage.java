package latentwilds.synthesis.gl;

import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.GL30;

/** How numbers between layers are kept. */
enum Storage {
    /** 32 bits: differs from plain Java by rounding only. */
    FLOAT(GL30.GL_RGBA32F, 16),
    /** 16 bits: about 3e-3 off, half the traffic. */
    HALF(GL30.GL_RGBA16F, 8);

    private final int format;
    private final int bytes;

    Storage(int format, int bytes) {
        this.format = format;
        this.bytes = bytes;
    }

    /** GL's internal format. */
    int format() {
        return format;
    }

    /** Bytes per texel. */
    int bytes() {
        return bytes;
    }

    /**
     * The first one that this driver can draw to.
     *
     * @throws IllegalStateException if there is none
     */
    static Storage probe(GL30 gl) {
        for (Storage storage : values()) {
            if (storage.drawable(gl)) {
                return storage;
            }
        }
        throw new IllegalStateException(
                "%s draws neither to 32 bit nor to 16 bit float textures"
                        .formatted(gl.glGetString(GL20.GL_RENDERER)));
    }

    private boolean drawable(GL30 gl) {
        try (Layers layers = new Layers(gl, 4, 4, this)) {
            layers.drawTo(Layers.MOST);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
