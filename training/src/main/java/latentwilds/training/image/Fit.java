package latentwilds.training.image;

/** How an image reaches a data set's size. */
public enum Fit {
    /** It has the size, or is square with a whole multiple of it and is averaged down. */
    EXACT,
    /** The largest square round its centre, then as {@link #RESIZE}. */
    CROP,
    /** Centred on a transparent square (black without alpha); shrunk only where it is larger. */
    PAD,
    /**
     * Stretched or shrunk to the size whatever its proportions: down by averaging (area weights),
     * up by repeating pixels, which keeps pixel art sharp.
     */
    RESIZE,
    /** As {@link #RESIZE}, but up by bilinear interpolation, for photographs and paintings. */
    SMOOTH,
    /** A small tile: enlarged smoothly to half the size, wrapping round, and repeated 2 x 2. */
    TILE
}
