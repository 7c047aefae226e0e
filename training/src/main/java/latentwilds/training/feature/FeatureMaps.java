package latentwilds.training.feature;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one layer made of one picture.
 *
 * @param layer its name, as its tensors are called in a checkpoint
 * @param channels number of maps
 * @param height of a map; 1 where a layer has no place, only numbers
 * @param width of a map
 * @param values {@code channels x height x width}, after the activation
 */
public record FeatureMaps(String layer, int channels, int height, int width, float[] values) {

    /** Checks that the array has the size that the other fields promise. */
    public FeatureMaps {
        if (values.length != channels * height * width) {
            throw new IllegalArgumentException(
                    "Feature maps '%s': expected %d x %d x %d values, found %d"
                            .formatted(layer, channels, height, width, values.length));
        }
    }

    /**
     * Whether these are plain numbers without a place.
     *
     * @return true for a latent vector or a dense layer
     */
    public boolean flat() {
        return height == 1 && width == 1;
    }

    /**
     * One map.
     *
     * @param channel from 0
     * @return a copy, row by row
     */
    public float[] map(int channel) {
        int size = height * width;
        return Arrays.copyOfRange(values, channel * size, (channel + 1) * size);
    }

    /**
     * Maps that say nothing about this picture: one value everywhere.
     *
     * @return how many; 0 for plain numbers
     */
    public int constant() {
        int constant = 0;
        for (int c = 0; c < channels && !flat(); c++) {
            float[] map = map(c);
            boolean same = true;
            for (float value : map) {
                same &= value == map[0];
            }
            constant += same ? 1 : 0;
        }
        return constant;
    }

    /**
     * What the layer is, without its values.
     *
     * @return plain data, keys in the order to be printed
     */
    Map<String, Object> about() {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("layer", layer);
        about.put("channels", channels);
        about.put("height", height);
        about.put("width", width);
        about.put("constant", constant());
        return about;
    }
}
