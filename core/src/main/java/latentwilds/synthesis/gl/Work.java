package latentwilds.synthesis.gl;

/**
 * Something that is done on the render thread in slices.
 *
 * @param <T> what comes out
 */
interface Work<T> {
    /** How it goes on after a slice. */
    enum Step {
        /** There is more to do at once. */
        MORE,
        /** The GPU has to get on first: in the next frame. */
        WAIT,
        /** Nothing is left. */
        DONE
    }

    /** Does one slice. */
    Step step(Pacer pacer);

    /** What came out, after {@link Step#DONE}. */
    T result();

    /** It failed, here or elsewhere, and will not be asked again. */
    default void abandon() {}

    /** Where it is, for the overlay. */
    String progress();
}
