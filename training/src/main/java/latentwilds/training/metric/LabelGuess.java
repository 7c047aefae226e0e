package latentwilds.training.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import latentwilds.synthesis.Picture;
import latentwilds.training.dataset.Dataset;
import latentwilds.training.dataset.DatasetManifest.Split;
import org.ejml.data.DMatrixRMaj;

/**
 * Guesses labels of whole pictures from their pixels, four averaged into one: enough for small
 * drawn ones, and quick.
 */
public final class LabelGuess {
    private static final int POOLED = 2;

    private final LabelClassifier classifier;
    private final String group;
    private final List<String> labels;
    private final double accuracy;

    private LabelGuess(
            LabelClassifier classifier, String group, List<String> labels, double accuracy) {
        this.classifier = classifier;
        this.group = group;
        this.labels = labels;
        this.accuracy = accuracy;
    }

    /**
     * Learns a group's labels from a data set's training images.
     *
     * @param dataset of whole pictures
     * @param group of its labels
     * @param seed decides the order of the images
     * @return what it learned
     */
    public static LabelGuess learn(Dataset dataset, String group, long seed) {
        List<String> labels = dataset.manifest().groups().get(group);
        Protocol protocol = Protocol.of(dataset, false, dataset.manifest().size(), seed);
        Shown training = Shown.of(dataset, Split.TRAIN, protocol, group);
        Shown heldOut = Shown.of(dataset, Split.HELD_OUT, protocol, group);
        LabelClassifier classifier =
                LabelClassifier.train(
                        pooled(training.pictures), training.indices(labels), labels.size(), seed);
        double accuracy =
                LabelClassifier.agreement(
                        classifier.probabilities(pooled(heldOut.pictures)),
                        heldOut.indices(labels));
        return new LabelGuess(classifier, group, List.copyOf(labels), accuracy);
    }

    private record Shown(List<Picture> pictures, List<String> labels) {
        static Shown of(Dataset dataset, Split split, Protocol protocol, String group) {
            Shown shown = new Shown(new ArrayList<>(), new ArrayList<>());
            Reals reals = new Reals(dataset, split, protocol);
            List<Map<String, String>> all = reals.labels();
            reals.show(
                    all.size(),
                    all,
                    (picture, labels) -> {
                        shown.pictures.add(picture);
                        shown.labels.add(labels.get(group));
                    });
            return shown;
        }

        int[] indices(List<String> names) {
            return labels.stream().mapToInt(names::indexOf).toArray();
        }
    }

    /**
     * Whose labels it knows.
     *
     * @return the group
     */
    public String group() {
        return group;
    }

    /**
     * How often it is right.
     *
     * @return share of the held-out images, 0 to 1
     */
    public double accuracy() {
        return accuracy;
    }

    /**
     * How likely a label is.
     *
     * @param pictures whole ones, as large as the data set's
     * @param label of the group
     * @return per picture, 0 to 1
     */
    public double[] likelihood(List<Picture> pictures, String label) {
        double[][] all = classifier.probabilities(pooled(pictures));
        double[] one = new double[all.length];
        for (int i = 0; i < one.length; i++) {
            one[i] = all[i][labels.indexOf(label)];
        }
        return one;
    }

    private static DMatrixRMaj pooled(List<Picture> pictures) {
        Picture first = pictures.get(0);
        int width = first.width() / POOLED;
        int height = first.height() / POOLED;
        DMatrixRMaj pooled = new DMatrixRMaj(pictures.size(), first.channels() * width * height);
        for (int i = 0; i < pooled.numRows; i++) {
            float[] values = pictures.get(i).values();
            for (int at = 0; at < values.length; at++) {
                int x = at % first.width() / POOLED;
                int y = at / first.width() % first.height() / POOLED;
                int channel = at / (first.width() * first.height());
                if (x < width && y < height) {
                    pooled.data[i * pooled.numCols + (channel * height + y) * width + x] +=
                            values[at] / (POOLED * POOLED);
                }
            }
        }
        return pooled;
    }
}
