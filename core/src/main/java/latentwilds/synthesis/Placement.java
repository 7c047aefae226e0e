package latentwilds.synthesis;

import java.util.Optional;

/**
 * A place in a texture that a generator on the GPU may draw its picture to, so that it need not go
 * through main memory. Called on the render thread: {@link #open} when drawing begins, then {@link
 * #done} or {@link #failed}, once.
 */
public interface Placement {

    /**
     * Where to draw.
     *
     * @param texture GL name of an RGBA8 texture that can be drawn to; its first row is the
     *     picture's top
     * @param x left; 0 unless the picture is finished
     * @param y first row; 0 unless the picture is finished
     * @param width pixels that are drawn
     * @param height pixels that are drawn
     * @param margin pixels of the picture that are left out on each side; 0 if it is finished
     */
    record Spot(int texture, int x, int y, int width, int height, int margin) {
        /** A whole texture. */
        public Spot(int texture, int width, int height, int margin) {
            this(texture, 0, 0, width, height, margin);
        }
    }

    /**
     * How the picture becomes pixel art. All of a generator's have the same number of colours,
     * thresholds and border.
     *
     * @return nothing for ground, which is shown as it is
     */
    default Optional<Finish> finish() {
        return Optional.empty();
    }

    /**
     * Reserves the place. Nobody must see it until {@link #done}.
     *
     * @return the place
     */
    Spot open();

    /** The picture is there. */
    void done();

    /** The picture will not come; the place is free. */
    void failed();
}
