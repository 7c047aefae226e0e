package latentwilds.training.metric;

import java.util.List;
import latentwilds.synthesis.Picture;

/**
 * How different two pictures look: the structure of LPIPS (Zhang et al. 2018) on five layers of the
 * feature network, without learned channel weights, so on a scale of its own. The same picture is
 * 0, a shift by one pixel about 0.7, an unrelated tile about 3. Holds native memory, the owner
 * closes it; one thread at a time.
 */
final class PerceptualDistance implements AutoCloseable {
    private static final String FILE = "inception_lpips_u8.pt";
    private static final String SHA256 =
            "ed95626b13b4ed2e41f8160062d623366e56552dec27e8b151c0ba76b8d76f67";

    private final ScriptedNetwork network;

    PerceptualDistance(int threads) {
        network = new ScriptedNetwork(FILE, SHA256, threads);
    }

    /**
     * Distances of pairs.
     *
     * @param a square pictures in [-1, 1]; not rounded to 8 bits, since steps of a path are smaller
     * @param b as many
     * @return one distance per pair
     */
    float[] between(List<Picture> a, List<Picture> b) {
        return network.forward(
                List.of(
                        a.stream().map(RgbImage::composited).toList(),
                        b.stream().map(RgbImage::composited).toList()));
    }

    @Override
    public void close() {
        network.close();
    }
}
