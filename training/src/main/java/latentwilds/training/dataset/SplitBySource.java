package latentwilds.training.dataset;

import java.util.HashMap;
import java.util.Map;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;

/**
 * Chooses the side of an image by its source's name, so that it does not depend on what else there
 * is. Sources that must not be parted (their images look alike) go where the first of them in
 * alphabetical order goes.
 */
final class SplitBySource {
    private final double heldOut;
    private final Map<String, String> parents = new HashMap<>();

    SplitBySource(double heldOut) {
        this.heldOut = heldOut;
    }

    void together(String a, String b) {
        String first = root(a);
        String second = root(b);
        if (first.compareTo(second) < 0) {
            parents.put(second, first);
        } else if (!first.equals(second)) {
            parents.put(first, second);
        }
    }

    private String root(String source) {
        String root = source;
        while (parents.containsKey(root)) {
            root = parents.get(root);
        }
        // Long chains are cut short for the next one who asks.
        if (!root.equals(source)) {
            parents.put(source, root);
        }
        return root;
    }

    DatasetManifest.Split of(String source) {
        double place =
                (new Streams(new RunSeed(0)).hash("split." + root(source)) >>> 11) * 0x1.0p-53;
        return place < heldOut ? DatasetManifest.Split.HELD_OUT : DatasetManifest.Split.TRAIN;
    }
}
