package latentwilds.entity;

import latentwilds.texture.Contrast;
import latentwilds.texture.Grain;
import latentwilds.texture.Shade;

/**
 * What a species' sprite looks like where it would live.
 *
 * @param contrast ratio of the body's and the ground's mean luminance, 1 to 21; 0 if unknown
 * @param grain how much it is a heap of loose pixels, as {@link Grain#of} says
 * @param shade how much of it is nearly black, as {@link Shade#of} says
 */
public record Impression(double contrast, double grain, double shade) {
    /** Of somebody who sees nothing. */
    public static final Impression NONE = new Impression(0, 0, 0);

    /**
     * Whether it is told from the ground.
     *
     * @return from {@link Contrast#VISIBLE} on
     */
    boolean standsOut() {
        return contrast >= Contrast.VISIBLE;
    }

    /**
     * Whether it is somebody, no heap and no scrawl.
     *
     * @return below {@link Grain#HEAP} and {@link Shade#SCRAWL}
     */
    boolean shapely() {
        return grain < Grain.HEAP && shade < Shade.SCRAWL;
    }
}
