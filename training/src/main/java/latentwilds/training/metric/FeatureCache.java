package latentwilds.training.metric;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import latentwilds.model.ModelException;
import latentwilds.model.SafeTensors;
import latentwilds.training.file.Reason;

/**
 * Features of real images, kept in files named by the hash of network and pixels: whatever changes,
 * an old file is not found again. A damaged file is computed anew; a folder that cannot be written
 * costs time, no more.
 */
final class FeatureCache {
    private static final String TENSOR = "features";
    private static final int NAME_DIGITS = 32;

    private final Path folder;
    private final FeatureNetwork network;
    private final Consumer<String> log;

    FeatureCache(Path folder, FeatureNetwork network, Consumer<String> log) {
        this.folder = folder;
        this.network = network;
        this.log = log;
    }

    /** {@code [n][768]}, from the file if there is a whole one. */
    float[][] of(List<RgbImage> images) {
        Path file = folder.resolve("features-" + name(images) + ".safetensors");
        if (Files.exists(file)) {
            try {
                return read(file, images.size());
            } catch (ModelException e) {
                log.accept("%s Computing the features anew".formatted(e.getMessage() + "."));
            }
        }
        log.accept("Features of %d real images".formatted(images.size()));
        float[][] features = network.of(images);
        write(file, features);
        return features;
    }

    private static float[][] read(Path file, int count) {
        SafeTensors.Tensor tensor = SafeTensors.read(file).tensors().get(TENSOR);
        int size = FeatureNetwork.SIZE;
        if (tensor == null || tensor.values().length != count * size) {
            throw new ModelException(
                    "%s: expected %d x %d features, found other content"
                            .formatted(file, count, size));
        }
        float[][] features = new float[count][size];
        for (int i = 0; i < count; i++) {
            System.arraycopy(tensor.values(), i * size, features[i], 0, size);
        }
        return features;
    }

    private void write(Path file, float[][] features) {
        float[] all = new float[features.length * FeatureNetwork.SIZE];
        for (int i = 0; i < features.length; i++) {
            System.arraycopy(features[i], 0, all, i * FeatureNetwork.SIZE, FeatureNetwork.SIZE);
        }
        int[] shape = {features.length, FeatureNetwork.SIZE};
        try {
            Files.createDirectories(folder);
            new SafeTensors(
                            Map.of(TENSOR, new SafeTensors.Tensor(shape, all)),
                            Map.of("network", FeatureNetwork.SHA256))
                    .write(file, SafeTensors.Type.F32);
        } catch (IOException e) {
            log.accept(
                    "%s: cannot be written: %s. Features will be computed again next time"
                            .formatted(file, Reason.of(e)));
        }
    }

    private static String name(List<RgbImage> images) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(FeatureNetwork.SHA256));
            images.forEach(image -> digest.update(image.rgb()));
            return HexFormat.of().formatHex(digest.digest()).substring(0, NAME_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
