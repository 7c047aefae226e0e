package latentwilds.training.metric;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latentwilds.model.Condition;
import latentwilds.training.dataset.DatasetManifest;

/**
 * One classifier per label group of a data set, trained on its training images, with what it makes
 * of the held-out ones.
 *
 * @param judges by group, in the data set's order; groups with a single label have none
 */
record Judges(Map<String, Judge> judges) {

    /**
     * One group's.
     *
     * @param labels index to label
     * @param accuracy on held-out images
     * @param realScore Inception Score of the held-out images
     */
    record Judge(
            LabelClassifier classifier, List<String> labels, double accuracy, double realScore) {}

    static Judges train(DatasetManifest manifest, Drawn training, Drawn heldOut, long seed) {
        Map<String, Judge> judges = new LinkedHashMap<>();
        manifest.groups()
                .forEach(
                        (group, labels) -> {
                            if (labels.size() > 1) {
                                judges.put(group, judge(group, labels, training, heldOut, seed));
                            }
                        });
        return new Judges(judges);
    }

    private static Judge judge(
            String group, List<String> labels, Drawn training, Drawn heldOut, long seed) {
        LabelClassifier classifier =
                LabelClassifier.train(
                        training.features(), indices(training, group, labels), labels.size(), seed);
        double[][] probabilities = classifier.probabilities(heldOut.features());
        return new Judge(
                classifier,
                labels,
                LabelClassifier.agreement(probabilities, indices(heldOut, group, labels)),
                LabelClassifier.inceptionScore(probabilities));
    }

    private static int[] indices(Drawn drawn, String group, List<String> labels) {
        return drawn.labels().stream().mapToInt(row -> labels.indexOf(row.get(group))).toArray();
    }

    /** Adds the figures of generated pictures, and the real ones as their floors. */
    void judge(
            Drawn drawn,
            Condition condition,
            Map<String, Double> values,
            Map<String, Double> floors) {
        judges.forEach(
                (group, judge) -> {
                    double[][] probabilities = judge.classifier.probabilities(drawn.features());
                    values.put(
                            Figures.INCEPTION_SCORE + "." + group,
                            LabelClassifier.inceptionScore(probabilities));
                    floors.put(Figures.INCEPTION_SCORE + "." + group, judge.realScore);
                    values.put(Figures.CLASSIFIER + "." + group, judge.accuracy);
                    if (condition.groups().stream().anyMatch(g -> g.name().equals(group))) {
                        values.put(
                                Figures.AGREEMENT + "." + group,
                                LabelClassifier.agreement(
                                        probabilities, indices(drawn, group, judge.labels)));
                        floors.put(Figures.AGREEMENT + "." + group, judge.accuracy);
                    }
                });
    }
}
