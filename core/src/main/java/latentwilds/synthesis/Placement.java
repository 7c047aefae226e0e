package latentwilds.synthesis;

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
     * @param width pixels of the texture, all of which are drawn
     * @param height pixels of the texture
     * @param margin pixels of the picture that are left out on each side
     */
    record Spot(int texture, int width, int height, int margin) {}

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
