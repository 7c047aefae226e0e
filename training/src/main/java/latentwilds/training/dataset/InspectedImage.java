package latentwilds.training.dataset;

import java.awt.image.BufferedImage;
import latentwilds.training.image.ImageFacts;
import latentwilds.training.image.Likeness;

/**
 * What {@link Inspection} keeps of an image after it has been looked at.
 *
 * @param where for messages
 * @param label its labels in words; may be empty
 * @param split its part of a prepared set; null elsewhere
 * @param facts what was measured
 * @param likeness what it looks like from afar
 * @param digest SHA-256 of its pixels
 */
record InspectedImage(
        String where,
        String label,
        DatasetManifest.Split split,
        ImageFacts facts,
        Likeness likeness,
        String digest) {

    static InspectedImage of(
            String where, String label, DatasetManifest.Split split, BufferedImage image) {
        return new InspectedImage(
                where,
                label,
                split,
                ImageFacts.of(image),
                Likeness.of(image),
                Checksum.pixels(image));
    }
}
