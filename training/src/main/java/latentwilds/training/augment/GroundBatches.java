package latentwilds.training.augment;

import java.util.ArrayList;
import java.util.List;
import latentwilds.seed.RandomStream;
import latentwilds.training.dataset.Images;

/**
 * Crops of tileable ground textures: a random toroidal shift (free and exact, since they tile), a
 * random mirror, and a crop. Labels are drawn evenly, whatever the number of textures each has.
 */
public final class GroundBatches implements Batches {
    private final Images source;
    private final int crop;
    private final List<List<Integer>> byLabel = new ArrayList<>();
    private final List<List<Integer>> drawn;

    /**
     * Makes a source.
     *
     * @param source tileable textures with one label group
     * @param crop side of a crop in pixels, at most the textures' side
     */
    public GroundBatches(Images source, int crop) {
        this.source = source;
        this.crop = crop;
        for (int i = 0; i < source.size(); i++) {
            int label = source.labels(i).length == 0 ? 0 : source.labels(i)[0];
            while (byLabel.size() <= label) {
                byLabel.add(new ArrayList<>());
            }
            byLabel.get(label).add(i);
        }
        drawn = byLabel.stream().filter(label -> !label.isEmpty()).toList();
    }

    @Override
    public Batch next(int count, RandomStream random) {
        int side = source.side();
        int channels = source.channels();
        int plane = crop * crop;
        float[] pictures = new float[count * channels * plane];
        int[][] labels = new int[count][];
        int[] sources = new int[count];
        for (int i = 0; i < count; i++) {
            List<Integer> candidates = drawn.get(random.nextInt(drawn.size()));
            int index = candidates.get(random.nextInt(candidates.size()));
            labels[i] = source.labels(index);
            sources[i] = index;
            byte[] image = source.pixels(index);
            int left = random.nextInt(side);
            int top = random.nextInt(side);
            boolean flip = random.nextBoolean();
            for (int y = 0; y < crop; y++) {
                for (int x = 0; x < crop; x++) {
                    int column = (left + (flip ? crop - 1 - x : x)) % side;
                    int from = ((top + y) % side * side + column) * channels;
                    int to = i * channels * plane + y * crop + x;
                    for (int c = 0; c < channels; c++) {
                        pictures[to + c * plane] = (image[from + c] & 255) / 127.5f - 1;
                    }
                }
            }
        }
        return new Batch(pictures, labels, sources);
    }

    @Override
    public TexturePlaces places(int size) {
        return TexturePlaces.of(source, byLabel, size);
    }
}
