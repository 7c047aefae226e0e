package latentwilds.texture;

/**
 * How a generator's picture becomes pixel art.
 *
 * @param colours at most so many, outline not counted
 * @param alphaThreshold opaque from here on, 0 to 1
 * @param outline whether the shape gets a dark edge outside of it
 */
public record SpriteStyle(int colours, float alphaThreshold, boolean outline) {
    /** A creature: hard edge, few colours, outlined so that it stands off the ground. */
    public static final SpriteStyle MONSTER = new SpriteStyle(14, 0.5f, true);

    /** A portrait: its own lines are its outline. */
    public static final SpriteStyle FACE = new SpriteStyle(40, 0.5f, false);
}
