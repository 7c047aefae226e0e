package latentwilds.training.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import latentwilds.synthesis.Picture;
import latentwilds.training.dataset.Dataset;
import latentwilds.training.dataset.DatasetManifest.Split;
import org.ejml.data.DMatrixRMaj;

/**
 * The training pictures nearest to samples, in the features in which {@code evaluate} tests for
 * copies. Of ground these are random crops.
 */
public final class NearestTraining {
    private static final int CROPS = 2500;

    private NearestTraining() {}

    /**
     * Finds them. Features of the training pictures are kept in the data set's folder, where {@code
     * evaluate} keeps and finds them too; the first time costs about 20 ms a picture.
     *
     * @param dataset that the generator was trained on
     * @param samples of one square size
     * @param ground whether the generator is spatial
     * @param nearest how many for each sample
     * @param log told what is going on, a line at a time
     * @return per sample its nearest training pictures, nearest first; fewer if there are no more
     * @throws latentwilds.training.dataset.DatasetException if images are missing or damaged
     */
    public static List<List<Picture>> of(
            Dataset dataset,
            List<Picture> samples,
            boolean ground,
            int nearest,
            Consumer<String> log) {
        return of(dataset, samples, ground, nearest, ground ? CROPS : Integer.MAX_VALUE, log);
    }

    /** The same among so many training pictures at most. */
    static List<List<Picture>> of(
            Dataset dataset,
            List<Picture> samples,
            boolean ground,
            int nearest,
            int most,
            Consumer<String> log) {
        Protocol protocol = Protocol.of(dataset, ground, samples.get(0).width(), 0);
        Reals training = new Reals(dataset, Split.TRAIN, protocol);
        int count = training.available(most);
        List<int[]> rows;
        try (FeatureNetwork network = new FeatureNetwork(1)) {
            FeatureCache cache =
                    new FeatureCache(dataset.folder().resolve(Evaluator.CACHE), network, log);
            Drawn drawn = training.draw(count, training.labels(), cache);
            rows = rows(Clouds.of(network.ofPictures(samples)), drawn.features(), nearest);
        }
        Set<Integer> wanted =
                rows.stream().flatMapToInt(Arrays::stream).boxed().collect(Collectors.toSet());
        // Only those are kept: all of them would fill the memory.
        List<Picture> pictures = new ArrayList<>();
        training.show(
                count,
                training.labels(),
                (picture, labels) ->
                        pictures.add(wanted.contains(pictures.size()) ? picture : null));
        return rows.stream()
                .map(row -> Arrays.stream(row).mapToObj(pictures::get).toList())
                .toList();
    }

    /** Per row of a cloud the rows of another that are nearest, nearest first. */
    static List<int[]> rows(DMatrixRMaj cloud, DMatrixRMaj others, int nearest) {
        DMatrixRMaj distances = Clouds.squaredDistances(cloud, others);
        List<int[]> rows = new ArrayList<>();
        for (int i = 0; i < cloud.numRows; i++) {
            int row = i;
            rows.add(
                    IntStream.range(0, others.numRows)
                            .boxed()
                            .sorted(
                                    (a, b) ->
                                            Double.compare(
                                                    distances.get(row, a), distances.get(row, b)))
                            .limit(nearest)
                            .mapToInt(Integer::intValue)
                            .toArray());
        }
        return rows;
    }
}
