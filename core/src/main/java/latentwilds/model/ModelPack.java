package latentwilds.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The models a game runs with: one folder per kind.
 *
 * @param models kind to model
 * @param hash four hexadecimal digits that name this very pack beside a seed code
 */
public record ModelPack(Map<String, Model> models, String hash) {

    /** Keeps the kinds in order. */
    public ModelPack {
        models = new TreeMap<>(models);
    }

    /**
     * Reads models.
     *
     * @param folder holds one folder per kind
     * @param kinds which to read
     * @return the pack
     * @throws ModelException naming the folder or file, what was expected and found
     */
    public static ModelPack load(Path folder, Collection<String> kinds) {
        if (!Files.isDirectory(folder)) {
            throw new ModelException(
                    "%s: expected a folder of models %s, found nothing. Restore it from the repository, or train and ./train export them"
                            .formatted(folder, kinds));
        }
        Map<String, Model> models = new TreeMap<>();
        MessageDigest digest = sha256();
        for (String kind : kinds.stream().sorted().toList()) {
            Path file = folder.resolve(kind).resolve(ModelFile.NAME);
            GeneratorWeights weights = ModelFile.read(file);
            if (!weights.spec().kind().equals(kind)) {
                throw new ModelException(
                        "%s: kind: expected %s (from the folder), found %s"
                                .formatted(file, kind, weights.spec().kind()));
            }
            Path home = folder.resolve(kind);
            Optional<Gate> gate = Gate.read(home, weights.spec());
            models.put(
                    kind, new Model(weights, ModelCard.read(home.resolve(ModelCard.NAME)), gate));
            try {
                digest.update(Files.readAllBytes(file));
                if (gate.isPresent()) {
                    digest.update(Files.readAllBytes(home.resolve(Gate.NAME)));
                }
            } catch (IOException e) {
                throw new ModelException(
                        "%s: cannot be read: %s".formatted(file, e.getMessage()), e);
            }
        }
        String hash = HexFormat.of().formatHex(digest.digest(), 0, 2).toUpperCase(Locale.ROOT);
        return new ModelPack(models, hash);
    }

    /**
     * One model.
     *
     * @param kind for example {@code terrain}
     * @return the model
     * @throws ModelException naming the kinds there are, if that is not one of them
     */
    public Model model(String kind) {
        Model model = models.get(kind);
        if (model == null) {
            throw new ModelException(
                    "Models: expected kind '%s', found %s".formatted(kind, models.keySet()));
        }
        return model;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
