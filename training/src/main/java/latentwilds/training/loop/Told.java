package latentwilds.training.loop;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import latentwilds.seed.RandomStream;
import latentwilds.training.augment.TexturePlaces;
import latentwilds.training.net.Labels;

/**
 * Of which pictures of a batch both networks are told the training texture: the generator by the
 * place its region noise is drawn at, the discriminator by the texture's number. Of the others only
 * the labels are told, and their noise is drawn anywhere.
 *
 * @param textures per picture: a training texture, -1 where none is told
 * @param places of the textures
 * @param spread of noise around a place
 */
record Told(int[] textures, TexturePlaces places, double spread) {

    static Told nothing(int pictures) {
        int[] none = new int[pictures];
        Arrays.fill(none, -1);
        return new Told(none, TexturePlaces.NONE, 1);
    }

    /** Tells of as many as the options say, at random. */
    static Told of(
            int[] sources, TexturePlaces places, TrainingOptions options, RandomStream random) {
        if (places.count() == 0) {
            return nothing(sources.length);
        }
        int[] told = sources.clone();
        for (int i = 0; i < told.length; i++) {
            if (random.nextDouble() >= options.discriminator().textures()) {
                told[i] = -1;
            }
        }
        return new Told(told, places, options.generator().regionSpread());
    }

    /** Moves one picture's noise, {@code [latentSize][cells]}, to its texture's place. */
    void settle(float[] noise, int cells, int picture) {
        if (textures[picture] >= 0) {
            places.settle(noise, cells, textures[picture], spread);
        }
    }

    /** What the discriminator hears: the labels, and textures where it may be told of them. */
    List<NDArray> heard(NDManager scratch, List<NDArray> labels) {
        if (places.count() == 0) {
            return labels;
        }
        List<NDArray> heard = new ArrayList<>(labels);
        heard.add(Labels.oneHot(scratch, textures, places.count()));
        return heard;
    }
}
