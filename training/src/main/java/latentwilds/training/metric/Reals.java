package latentwilds.training.metric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import latentwilds.seed.RandomStream;
import latentwilds.synthesis.Picture;
import latentwilds.training.dataset.Dataset;
import latentwilds.training.dataset.DatasetManifest.Split;
import latentwilds.training.dataset.LabelledImages;

/** Real pictures of one part of a data set, drawn by a protocol. */
final class Reals {
    private final LabelledImages source;
    private final List<Map<String, String>> labels = new ArrayList<>();
    private final Protocol protocol;
    private final String stream;

    /** Decodes the images of a part; throws as {@link Dataset#images} does. */
    Reals(Dataset dataset, Split split, Protocol protocol) {
        this.protocol = protocol;
        stream = "evaluate.reals." + split;
        Map<String, List<String>> groups = new LinkedHashMap<>(dataset.manifest().groups());
        source = dataset.images(split, groups);
        for (int[] row : source.labels()) {
            Map<String, String> named = new TreeMap<>();
            int at = 0;
            for (var group : groups.entrySet()) {
                named.put(group.getKey(), group.getValue().get(row[at++]));
            }
            labels.add(named);
        }
    }

    /** The labels that images of this part have, one entry per image; for ground one per kind. */
    List<Map<String, String>> labels() {
        return protocol.ground() ? labels.stream().distinct().toList() : List.copyOf(labels);
    }

    /** Whole images are finite in number, crops are not. */
    int available(int wanted) {
        return protocol.ground() ? wanted : Math.min(wanted, labels.size());
    }

    /**
     * Draws pictures.
     *
     * @param count how many; at most {@link #available}
     * @param allowed for ground: only these labels, evenly
     * @param cache gives the features
     */
    Drawn draw(int count, Collection<Map<String, String>> allowed, FeatureCache cache) {
        List<RgbImage> images = new ArrayList<>();
        List<Map<String, String>> drawn = new ArrayList<>();
        for (Shot shot : shots(count, allowed)) {
            RgbImage image =
                    RgbImage.of(source.images().get(shot.index), source.side(), source.channels());
            images.add(
                    protocol.ground() ? image.crop(shot.left, shot.top, protocol.crop()) : image);
            drawn.add(labels.get(shot.index));
        }
        return new Drawn(drawn, Clouds.of(cache.of(images)));
    }

    /**
     * Shows the same pictures as {@link #draw} does, as a generator would make them, with their
     * labels.
     */
    void show(
            int count,
            Collection<Map<String, String>> allowed,
            BiConsumer<Picture, Map<String, String>> spectator) {
        for (Shot shot : shots(count, allowed)) {
            spectator.accept(picture(shot), labels.get(shot.index));
        }
    }

    /** In [-1, 1], colour premultiplied; crops wrap round. */
    private Picture picture(Shot shot) {
        byte[] image = source.images().get(shot.index);
        int channels = source.channels();
        int side = protocol.ground() ? protocol.crop() : source.side();
        float[] values = new float[channels * side * side];
        for (int i = 0; i < values.length; i++) {
            int x = (shot.left + i % side) % source.side();
            int y = (shot.top + i / side % side) % source.side();
            int pixel = (y * source.side() + x) * channels;
            int c = i / (side * side);
            float alpha = channels == 4 && c < 3 ? (image[pixel + 3] & 255) / 255f : 1;
            values[i] = alpha * (image[pixel + c] & 255) / 127.5f - 1;
        }
        return new Picture(channels, side, side, values);
    }

    /** An image, and for ground where the crop begins. */
    private record Shot(int index, int left, int top) {}

    private List<Shot> shots(int count, Collection<Map<String, String>> allowed) {
        RandomStream random = protocol.streams().stream(stream);
        if (!protocol.ground()) {
            return IntStream.of(shuffled(random))
                    .limit(count)
                    .mapToObj(i -> new Shot(i, 0, 0))
                    .toList();
        }
        List<Shot> shots = new ArrayList<>();
        for (int index : evenly(count, allowed, random)) {
            int left = random.nextInt(source.side());
            shots.add(new Shot(index, left, random.nextInt(source.side())));
        }
        return shots;
    }

    private int[] shuffled(RandomStream random) {
        int[] order = IntStream.range(0, labels.size()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int other = order[j];
            order[j] = order[i];
            order[i] = other;
        }
        return order;
    }

    private int[] evenly(int count, Collection<Map<String, String>> allowed, RandomStream random) {
        Map<Map<String, String>, List<Integer>> byLabel = new LinkedHashMap<>();
        allowed.forEach(label -> byLabel.put(label, new ArrayList<>()));
        for (int i = 0; i < labels.size(); i++) {
            List<Integer> same = byLabel.get(labels.get(i));
            if (same != null) {
                same.add(i);
            }
        }
        List<List<Integer>> kinds = byLabel.values().stream().filter(l -> !l.isEmpty()).toList();
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            List<Integer> kind = kinds.get(i % kinds.size());
            order[i] = kind.get(random.nextInt(kind.size()));
        }
        return order;
    }
}
