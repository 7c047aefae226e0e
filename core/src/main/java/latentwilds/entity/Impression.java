package latentwilds.entity;

import latentwilds.texture.Contrast;
import latentwilds.texture.Grain;

/**
 * What a species' sprite looks like where it would live.
 *
 * @param contrast ratio of the body's and the ground's mean luminance, 1 to 21; 0 if unknown
 * @param grain how much it is a heap of loose pixels, as {@link Grain#of} says
 */
public record Impression(double contrast, double grain) {
    /** Of somebody who sees nothing. */
    public static final Impression NONE = new Impression(0, 0);

    /**
     * Whether it is told from the ground.
     *
     * @return from {@link Contrast#VISIBLE} on
     */
    boolean standsOut() {
        return contrast >= Contrast.VISIBLE;
    }

    /**
     * Whether it is somebody and no heap.
     *
     * @return below {@link Grain#HEAP}
     */
    boolean shapely() {
        return grain < Grain.HEAP;
    }
}
