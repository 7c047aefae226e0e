package latentwilds.training.dataset;

import java.util.List;
import java.util.Map;

/**
 * What {@code inspect} found. Levels are 0 to 255, shares 0 to 1; shares and measures over no image
 * are NaN.
 *
 * @param images that can be read
 * @param labels label to images of each part: {@code train} and {@code heldOut} of a prepared set,
 *     {@code images} elsewhere
 * @param sizes "width x height" to images
 * @param channels 4 if any image has alpha, else 3
 * @param transparent share of each image's pixels that are transparent
 * @param partial share of each image's pixels that are half transparent
 * @param brightness mean luma of each image
 * @param contrast standard deviation of each image's luma
 * @param colours different colours of each image
 * @param edge step across the border over steps inside (see {@code ImageFacts.edge}) of the images
 *     without transparent pixels
 * @param asymmetry of each image (see {@code ImageFacts.asymmetry})
 * @param lean mean difference between the set's mean image and its mirror image, in standard
 *     deviations of a pixel: near 0 where left and right are alike over the whole set
 * @param duplicates images whose pixels an earlier image has
 * @param nearDuplicates images that look like an earlier one, duplicates left aside
 * @param straddling near-duplicates or duplicates of a prepared set that stand on the other side of
 *     its split
 * @param odd images to look at, with the reason
 * @param refused what cannot be used
 * @param verdict in words: whether it is enough to train on, and what to set
 */
public record InspectionReport(
        int images,
        Map<String, Map<String, Integer>> labels,
        Map<String, Integer> sizes,
        int channels,
        Spread transparent,
        Spread partial,
        Spread brightness,
        Spread contrast,
        Spread colours,
        Spread edge,
        Spread asymmetry,
        double lean,
        int duplicates,
        int nearDuplicates,
        int straddling,
        List<Refusal> odd,
        List<Refusal> refused,
        List<String> verdict) {}
