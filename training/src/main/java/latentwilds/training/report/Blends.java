package latentwilds.training.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import latentwilds.latent.Codes;
import latentwilds.latent.LabelCode;
import latentwilds.latent.LatentGrid;
import latentwilds.latent.Latents;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorWeights;
import latentwilds.seed.RandomStream;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.Picture;
import latentwilds.training.file.Ending;

/** How one label of a ground generator becomes another: a strip for every pair. */
public final class Blends {
    private final GeneratorWeights weights;
    private final Generator generator;
    private final int columns;
    private final int rows;

    /**
     * Prepares to blend.
     *
     * @param weights of a ground generator with one label group
     * @param generator the model on a backend, not owned
     * @param columns cells of a strip from one label to the other
     * @param rows cells of its height
     * @throws IllegalArgumentException if it is no such generator
     */
    public Blends(GeneratorWeights weights, Generator generator, int columns, int rows) {
        if (!weights.spec().spatial() || weights.spec().condition().groups().size() != 1) {
            throw new IllegalArgumentException(
                    "Blends: expected a ground generator with one group of labels, found %s (%s, %d groups)"
                            .formatted(
                                    weights.spec().kind(),
                                    weights.spec().spatial() ? "ground" : "whole pictures",
                                    weights.spec().condition().groups().size()));
        }
        this.weights = weights;
        this.generator = generator;
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * The labels, in the order of rows and columns.
     *
     * @return as the model has them
     */
    public List<String> labels() {
        return group().labels();
    }

    /**
     * All pairs: row by row the label on the left, column by column the one on the right.
     *
     * @return {@code labels x labels} strips
     */
    public List<Picture> table() {
        List<Picture> strips = new ArrayList<>();
        for (String left : labels()) {
            for (String right : labels()) {
                strips.add(strip(left, right));
            }
        }
        return strips;
    }

    private Picture strip(String left, String right) {
        int margin = weights.spec().marginCells();
        int width = columns + 2 * margin;
        int height = rows + 2 * margin;
        int cells = width * height;
        float[] noise = noise(left, height, width);
        float[] other = noise(right, height, width);
        LabelCode from = LabelCode.of(weights, group(), left);
        LabelCode to = LabelCode.of(weights, group(), right);
        float[] code = new float[from.own().length * cells];
        for (int column = 0; column < width; column++) {
            double t = Math.max(0, Math.min(1, (column - margin + 0.5) / columns));
            double share = t * t * (3 - 2 * t);
            for (int row = 0; row < height; row++) {
                int cell = row * width + column;
                float[] here = Codes.region(weights, noise, cells, cell);
                float[] there = Codes.region(weights, other, cells, cell);
                from.add(1 - share, here, code, 0, cells, cell);
                to.add(share, there, code, 0, cells, cell);
                float[] mixed = Latents.mix(here, there, share);
                for (int k = 0; k < mixed.length; k++) {
                    noise[k * cells + cell] = mixed[k];
                }
            }
        }
        Ending.check();
        Picture picture = generator.synthesise(new LatentGrid(height, width, noise, code));
        return Samples.crop(picture, margin * weights.spec().cellPixels());
    }

    /** The same in every strip but for the place of the label. */
    private float[] noise(String label, int rows, int columns) {
        Map<String, String> labels = Map.of(group().name(), label);
        return Latents.noise(new RandomStream(0), weights, labels, rows, columns);
    }

    private Condition.Group group() {
        return weights.spec().condition().groups().get(0);
    }
}
