package latentwilds.training.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import latentwilds.model.Gate;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Half;
import latentwilds.model.ModelCard;
import latentwilds.model.ModelFile;
import latentwilds.model.SafeTensors;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.reference.ReferenceGenerator;
import latentwilds.training.dataset.Dataset;
import latentwilds.training.report.CardWriter;
import latentwilds.training.report.Samples;
import latentwilds.training.run.RunFolder;
import latentwilds.training.run.Snapshots;

/**
 * A generator with what is to be said about it.
 *
 * @param weights rounded to {@code type} already, so that what is described and checked is what is
 *     written
 * @param card about these very weights
 * @param type number format of the weights on disk
 * @param gate made for these weights; nothing for a run's, which have none yet
 */
public record Exportable(
        GeneratorWeights weights, ModelCard card, SafeTensors.Type type, Optional<Gate> gate) {

    /** A generator without a gate. */
    Exportable(GeneratorWeights weights, ModelCard card, SafeTensors.Type type) {
        this(weights, card, type, Optional.empty());
    }

    /** Side of a ground sample in cells. */
    static final int CELLS = 8;

    /**
     * A run's averaged generator.
     *
     * @param run where it was trained; its data set has to be there, for licence and credits
     * @param images which snapshot, by images seen; null for the last
     * @param type number format on disk
     * @param naming what it is to be called
     * @return weights and a new card
     * @throws IOException if the run's folder cannot be read
     */
    public static Exportable ofRun(RunFolder run, Long images, SafeTensors.Type type, Naming naming)
            throws IOException {
        Snapshots.Snapshot snapshot = new Snapshots(run).snapshot(images);
        Dataset dataset = Dataset.open(Path.of(run.origin().dataset()));
        GeneratorWeights weights = rounded(naming.of(ModelFile.read(snapshot.file())), type);
        try (Generator generator = new ReferenceGenerator(weights)) {
            Samples samples = new Samples(weights, generator, Map.of(), CELLS);
            return new Exportable(
                    weights,
                    CardWriter.card(
                            weights,
                            samples,
                            dataset.manifest(),
                            run,
                            snapshot,
                            naming.title(),
                            naming.anchors(),
                            naming.blends().shares(),
                            LabelPalettes.of(dataset, weights.spec().condition())),
                    type);
        }
    }

    /**
     * A model that was exported before.
     *
     * @param folder with weights and card
     * @param type number format on disk
     * @param naming what it is to be called
     * @return weights and the card
     */
    public static Exportable ofModel(Path folder, SafeTensors.Type type, Naming naming) {
        GeneratorWeights weights =
                rounded(naming.of(ModelFile.read(folder.resolve(ModelFile.NAME))), type);
        ModelCard card = ModelCard.read(folder.resolve(ModelCard.NAME));
        naming.blends()
                .shares()
                .forEach(
                        (label, parts) -> {
                            if (card.blends().containsKey(label)) {
                                throw new IllegalArgumentException(
                                        "--blend %s: expected a label with its learned code, found one that is %s already. Export the run again"
                                                .formatted(label, card.blends().get(label)));
                            }
                        });
        try (Generator generator = new ReferenceGenerator(weights)) {
            Samples samples = new Samples(weights, generator, Map.of(), CELLS);
            return new Exportable(
                    weights,
                    CardWriter.again(
                            card,
                            weights,
                            samples,
                            naming.title(),
                            naming.anchors(),
                            naming.blends().shares()),
                    type,
                    Gate.read(folder, weights.spec()));
        }
    }

    /** As the weights are once they were written in that format. */
    static GeneratorWeights rounded(GeneratorWeights weights, SafeTensors.Type type) {
        if (type == SafeTensors.Type.F32) {
            return weights;
        }
        Map<String, float[]> tensors = new LinkedHashMap<>();
        weights.tensors().forEach((name, values) -> tensors.put(name, rounded(name, values)));
        return new GeneratorWeights(weights.spec(), tensors);
    }

    private static float[] rounded(String name, float[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = Half.toFloat(Half.fromFloat(values[i]));
            if (Float.isInfinite(rounded[i])) {
                throw new IllegalArgumentException(
                        "Tensor '%s': expected at most %s, which half precision can hold, found %s. Export without --fp16"
                                .formatted(name, Half.MAX, values[i]));
            }
        }
        return rounded;
    }
}
