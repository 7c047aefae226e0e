package latentwilds.training.loop;

import static latentwilds.training.loop.Requirement.fraction;
import static latentwilds.training.loop.Requirement.positive;
import static latentwilds.training.loop.Requirement.require;

/**
 * What real and fake pictures go through before the discriminator sees them.
 *
 * @param mirror whether real pictures are mirrored at random (data, not augmentation: the generator
 *     learns both)
 * @param translation largest shift, fraction of the side
 * @param toroidal whether a shift wraps round, for textures that tile
 * @param cutout blanked square, fraction of the side
 * @param brightness colour is multiplied by a factor between the two numbers
 * @param colour saturation and contrast change by up to this fraction
 * @param strength share of pictures that each change is applied to, 1 for all (DiffAugment); where
 *     an adaptive run starts
 * @param adaptive whether the strength follows the discriminator (ADA)
 * @param target the mean sign of D's logits on real pictures that an adaptive strength keeps to
 * @param adaptImages real pictures in which the strength can go from 0 to 1
 */
public record AugmentOptions(
        boolean mirror,
        double translation,
        boolean toroidal,
        double cutout,
        Range brightness,
        double colour,
        double strength,
        boolean adaptive,
        double target,
        long adaptImages) {

    /**
     * Two bounds.
     *
     * @param from the lower one
     * @param to the upper one
     */
    public record Range(double from, double to) {}

    /** Checks every value. */
    public AugmentOptions {
        fraction("augment.translation", translation);
        fraction("augment.cutout", cutout);
        require(
                brightness != null && brightness.from >= 0 && brightness.to >= brightness.from,
                "augment.brightness",
                "two factors, the smaller one first",
                brightness);
        fraction("augment.colour", colour);
        fraction("augment.strength", strength);
        require(target > -1 && target < 1, "augment.target", "-1 to 1", target);
        positive("augment.adaptImages", adaptImages);
    }
}
