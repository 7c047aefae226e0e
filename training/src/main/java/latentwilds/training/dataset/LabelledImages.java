package latentwilds.training.dataset;

import java.util.List;

/**
 * Decoded images of one size with their labels, in memory.
 *
 * @param side width and height in pixels
 * @param channels 3 or 4
 * @param images per image {@code side x side x channels} bytes, interleaved, straight alpha
 * @param labels per image, one label index per group
 */
public record LabelledImages(int side, int channels, List<byte[]> images, int[][] labels)
        implements Images {
    /** Checks that there is something to draw from. */
    public LabelledImages {
        if (images.isEmpty() || images.size() != labels.length) {
            throw new IllegalArgumentException(
                    "Training images: expected at least one, each with labels; found %d images and %d label rows"
                            .formatted(images.size(), labels.length));
        }
    }

    @Override
    public int size() {
        return images.size();
    }

    @Override
    public int[] labels(int index) {
        return labels[index];
    }

    @Override
    public byte[] pixels(int index) {
        return images.get(index);
    }
}
