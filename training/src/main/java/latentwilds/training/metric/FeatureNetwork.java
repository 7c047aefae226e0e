package latentwilds.training.metric;

import java.util.ArrayList;
import java.util.List;
import latentwilds.synthesis.Picture;

/**
 * Pictures to 768 features each: the mean over the picture of InceptionV3's layer {@code mixed5}.
 * Figures made with it are called FID-mixed5 and KID-mixed5 and cannot be compared with published
 * ones. Holds native memory, the owner closes it; one thread at a time; about 20 ms per picture.
 */
public final class FeatureNetwork implements AutoCloseable {
    /** Features per picture. */
    public static final int SIZE = 768;

    static final String SHA256 = "acb1dbf3c6939ca7e5996615ac683465974dc94fa31215818f6581d18b07d32b";
    private static final String FILE = "inception768_u8.pt";

    /** The weights are unpacked anew at every call: not too few pictures at once. */
    private static final int BATCH = 32;

    private final ScriptedNetwork network;

    /**
     * Loads the network, and the engine if it does not run yet.
     *
     * @param threads for one operation
     * @throws IllegalStateException if the file is not the one that figures were made with
     */
    public FeatureNetwork(int threads) {
        network = new ScriptedNetwork(FILE, SHA256, threads);
    }

    /**
     * Features of a generator's pictures.
     *
     * @param pictures square, [-1, 1], RGB or premultiplied RGBA
     * @return {@code [n][768]}
     */
    public float[][] ofPictures(List<Picture> pictures) {
        return of(pictures.stream().map(RgbImage::of).toList());
    }

    float[][] of(List<RgbImage> images) {
        float[][] features = new float[images.size()][];
        for (int from = 0; from < features.length; from += BATCH) {
            List<float[]> batch = new ArrayList<>();
            for (RgbImage image : images.subList(from, Math.min(from + BATCH, features.length))) {
                batch.add(image.values());
            }
            float[] values = network.forward(List.of(batch));
            for (int i = 0; i < batch.size(); i++) {
                features[from + i] = new float[SIZE];
                System.arraycopy(values, i * SIZE, features[from + i], 0, SIZE);
            }
        }
        return features;
    }

    @Override
    public void close() {
        network.close();
    }
}
