package latentwilds.texture;

/**
 * How a picture with alpha becomes pixel art.
 *
 * @param colours most colours in the image, the outline's included; 2 to 256
 * @param alphaThreshold alpha in (0, 1) from which a pixel is there
 * @param outline whether a dark line of one pixel runs around it; the image is then 2 pixels wider
 *     and higher
 */
public record SpriteStyle(int colours, float alphaThreshold, boolean outline) {
    /** A creature: few colours, outlined so that it stands out from any ground. */
    public static final SpriteStyle MONSTER = new SpriteStyle(16, 0.5f, true);

    /** A portrait: many colours; the threshold only clears haze around it. */
    public static final SpriteStyle FACE = new SpriteStyle(48, 0.08f, false);

    /** Checks the ranges. */
    public SpriteStyle {
        if (colours < 2 || colours > 256) {
            throw new IllegalArgumentException(
                    "Sprite style: expected 2 to 256 colours, found " + colours);
        }
        if (!(alphaThreshold > 0 && alphaThreshold < 1)) {
            throw new IllegalArgumentException(
                    "Sprite style: expected an alpha threshold between 0 and 1, found "
                            + alphaThreshold);
        }
    }

    /** Colours left for the picture itself. */
    int bodyColours() {
        return outline ? colours - 1 : colours;
    }
}
