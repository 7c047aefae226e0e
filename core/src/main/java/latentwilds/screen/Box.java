package latentwilds.screen;

/**
 * A rectangle of drawn pixels on the screen.
 *
 * @param left from the west
 * @param bottom from the south
 * @param width not negative
 * @param height not negative
 */
record Box(int left, int bottom, int width, int height) {
    /** Whether both have a pixel in common. */
    boolean meets(Box other) {
        return left < other.left + other.width
                && other.left < left + width
                && bottom < other.bottom + other.height
                && other.bottom < bottom + height;
    }

    /** Whether every pixel of the other one is inside. */
    boolean holds(Box other) {
        return left <= other.left
                && bottom <= other.bottom
                && other.left + other.width <= left + width
                && other.bottom + other.height <= bottom + height;
    }

    /** The same somewhere else. */
    Box moved(int east, int north) {
        return new Box(left + east, bottom + north, width, height);
    }

    /** With a margin on every side. */
    Box grown(int margin) {
        return new Box(left - margin, bottom - margin, width + 2 * margin, height + 2 * margin);
    }
}
