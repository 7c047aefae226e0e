package latentwilds.training.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import latentwilds.latent.Codes;
import latentwilds.latent.LatentGrid;
import latentwilds.latent.LatentId;
import latentwilds.latent.Latents;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.seed.RandomStream;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.Picture;
import latentwilds.training.file.Ending;

/**
 * Pictures for given seeds: the number is the picture. Conditional kinds go through their labels in
 * turn.
 */
public final class Samples {
    private final GeneratorWeights weights;
    private final Generator generator;
    private final Map<String, String> fixed;
    private final int cells;
    private final double psi;

    /**
     * Prepares to sample.
     *
     * @param weights the model
     * @param generator the model on a backend, not owned
     * @param fixed group to label for groups that shall not vary
     * @param cells side of a ground sample in cells, without the margin
     */
    public Samples(
            GeneratorWeights weights, Generator generator, Map<String, String> fixed, int cells) {
        this(weights, generator, fixed, cells, 1);
    }

    /**
     * Prepares to sample with less variety, or more.
     *
     * @param weights the model
     * @param generator the model on a backend, not owned
     * @param fixed group to label for groups that shall not vary
     * @param cells side of a ground sample in cells, without the margin
     * @param psi factor on every latent: below 1 nearer to the usual, 0 the mean latent itself
     */
    public Samples(
            GeneratorWeights weights,
            Generator generator,
            Map<String, String> fixed,
            int cells,
            double psi) {
        this.psi = psi;
        this.weights = weights;
        this.generator = generator;
        this.fixed = Map.copyOf(fixed);
        this.cells = cells;
        fixed.forEach((group, label) -> weights.spec().condition().group(group).indexOf(label));
    }

    /**
     * The same with one label after the other: what a group does to the same seeds.
     *
     * @param group a label group that is not fixed yet
     * @return one per label, in the model's order
     * @throws IllegalArgumentException if the group is fixed, or there is none of that name
     */
    public List<Samples> byLabel(String group) {
        if (fixed.containsKey(group)) {
            throw new IllegalArgumentException(
                    "--rows: expected a group that --label leaves open, found " + group);
        }
        List<Samples> rows = new ArrayList<>();
        for (String label : weights.spec().condition().group(group).labels()) {
            Map<String, String> labels = new TreeMap<>(fixed);
            labels.put(group, label);
            rows.add(new Samples(weights, generator, labels, cells, psi));
        }
        return rows;
    }

    /**
     * The labels of one seed.
     *
     * @param seed any
     * @return group to label
     */
    public Map<String, String> labels(long seed) {
        return labels(weights.spec().condition(), fixed, seed);
    }

    /**
     * The labels of one seed of any generator.
     *
     * @param condition the label groups
     * @param fixed group to label for groups that shall not vary
     * @param seed any
     * @return group to label, all groups
     */
    public static Map<String, String> labels(
            Condition condition, Map<String, String> fixed, long seed) {
        Map<String, String> labels = new TreeMap<>(fixed);
        long turn = seed;
        for (Condition.Group group : condition.groups()) {
            int n = group.labels().size();
            labels.putIfAbsent(
                    group.name(), group.labels().get((int) Math.floorMod(turn, (long) n)));
            turn = Math.floorDiv(turn, (long) n);
        }
        return labels;
    }

    /**
     * One picture.
     *
     * @param seed which
     * @return the picture; ground without its margin
     */
    public Picture picture(long seed) {
        return picture(latent(seed));
    }

    /** What makes the pictures. */
    GeneratorSpec spec() {
        return weights.spec();
    }

    /** What the generator is fed for a seed; ground with its margin. */
    LatentGrid latent(long seed) {
        if (!weights.spec().spatial()) {
            LatentGrid grid = LatentId.of(weights.spec().kind(), seed, labels(seed)).grid(weights);
            return LatentGrid.vector(scaled(grid.noise()), grid.code());
        }
        int side = cells + 2 * weights.spec().marginCells();
        int all = side * side;
        float[] noise =
                scaled(Latents.noise(new RandomStream(seed), weights, labels(seed), side, side));
        return new LatentGrid(side, side, noise, Codes.plane(weights, labels(seed), noise, all));
    }

    /** Ground of one place of a label of the first group, which is the only one. */
    Picture picture(long seed, String label, int place) {
        Condition.Group group = weights.spec().condition().groups().get(0);
        int side = cells + 2 * weights.spec().marginCells();
        int all = side * side;
        float[] noise = Latents.noise(new RandomStream(seed), weights.spec(), side, side);
        float[] middle = weights.places(group.name(), label).get(place);
        Latents.settle(noise, middle, group.places().spread(), all);
        Map<String, String> labels = Map.of(group.name(), label);
        return picture(new LatentGrid(side, side, noise, Codes.plane(weights, labels, noise, all)));
    }

    /** The same with other noise: codes lean with it. */
    LatentGrid latent(long seed, float[] noise) {
        LatentGrid own = latent(seed);
        return weights.spec().spatial()
                ? new LatentGrid(
                        own.rows(),
                        own.columns(),
                        noise,
                        Codes.plane(weights, labels(seed), noise, own.rows() * own.columns()))
                : LatentGrid.vector(noise, own.code());
    }

    /** What the generator makes of it; ground without its margin. */
    Picture picture(LatentGrid latent) {
        Ending.check();
        Picture picture = generator.synthesise(latent);
        return weights.spec().spatial()
                ? crop(picture, weights.spec().marginCells() * weights.spec().cellPixels())
                : picture;
    }

    private float[] scaled(float[] noise) {
        int drawn = noise.length / weights.spec().latentSize() * weights.spec().drawnSize();
        for (int i = 0; psi != 1 && i < drawn; i++) {
            noise[i] *= (float) psi;
        }
        return noise;
    }

    /**
     * Several pictures.
     *
     * @param from first seed
     * @param to last seed
     * @return in order
     */
    public List<Picture> pictures(long from, long to) {
        List<Picture> pictures = new ArrayList<>();
        for (long seed = from; seed <= to; seed++) {
            pictures.add(picture(seed));
        }
        return pictures;
    }

    /** A picture without a margin on all sides. */
    static Picture crop(Picture picture, int margin) {
        int w = picture.width() - 2 * margin;
        int h = picture.height() - 2 * margin;
        float[] values = new float[picture.channels() * w * h];
        for (int i = 0; i < values.length; i++) {
            int c = i / (w * h);
            values[i] = picture.at(c, i % w + margin, i / w % h + margin);
        }
        return new Picture(picture.channels(), w, h, values);
    }
}
