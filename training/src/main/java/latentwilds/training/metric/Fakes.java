package latentwilds.training.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import latentwilds.latent.Codes;
import latentwilds.latent.LatentGrid;
import latentwilds.latent.Latents;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.seed.RandomStream;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.Picture;
import latentwilds.training.file.Ending;

/** A generator's pictures, drawn by a protocol. The generator is not owned. */
final class Fakes {
    private static final int BATCH = 32;
    private static final int GROUND_BATCH = 8;

    private final GeneratorWeights weights;
    private final Generator generator;
    private final Protocol protocol;
    private final List<Map<String, String>> pool;
    private final int cells;

    /**
     * Prepares to draw.
     *
     * @param pool the labels to draw from: whole images take one at random, ground goes through
     *     them in turn
     */
    Fakes(
            GeneratorWeights weights,
            Generator generator,
            Protocol protocol,
            List<Map<String, String>> pool) {
        this.weights = weights;
        this.generator = generator;
        this.protocol = protocol;
        this.pool = pool;
        GeneratorSpec spec = weights.spec();
        int cell = spec.cellPixels();
        // One more than the crop's: it may begin anywhere inside the first.
        cells =
                spec.spatial()
                        ? (protocol.crop() + cell - 1) / cell + 1 + 2 * spec.marginCells()
                        : 1;
    }

    /** Labels of one picture. */
    Map<String, String> labels(long index) {
        return protocol.ground()
                ? pool.get((int) (index % pool.size()))
                : protocol.streams().stream("evaluate.label", index).pick(pool);
    }

    /** Noise of one picture, as the generator reads it. */
    float[] noise(String purpose, long index) {
        RandomStream random = protocol.streams().stream(purpose, index);
        return Latents.noise(random, weights, labels(index), cells, cells);
    }

    /** The generator's input: noise, and one condition all over. */
    LatentGrid grid(float[] noise, Map<String, String> labels) {
        return grid(weights, cells, noise, labels);
    }

    /** The input of one picture on the sphere from one noise to another; waves stay the first's. */
    LatentGrid between(float[] a, float[] b, double t, long index) {
        GeneratorSpec spec = weights.spec();
        float[] z = Latents.slerp(a, b, t);
        int drawn = z.length / spec.latentSize() * spec.drawnSize();
        System.arraycopy(a, drawn, z, drawn, z.length - drawn);
        return grid(z, labels(index));
    }

    static LatentGrid grid(
            GeneratorWeights weights, int side, float[] noise, Map<String, String> labels) {
        return new LatentGrid(side, side, noise, Codes.plane(weights, labels, noise, side * side));
    }

    /** Pictures of inputs in batches; whole ones. */
    List<Picture> pictures(List<LatentGrid> grids) {
        int batch = protocol.ground() ? GROUND_BATCH : BATCH;
        List<Picture> pictures = new ArrayList<>();
        for (int from = 0; from < grids.size(); from += batch) {
            Ending.check();
            pictures.addAll(
                    generator.synthesise(
                            grids.subList(from, Math.min(from + batch, grids.size()))));
        }
        return pictures;
    }

    /** What of a picture is looked at: all of it, or a crop that does not heed the cells. */
    Picture seen(Picture picture, long index) {
        if (!protocol.ground()) {
            return picture;
        }
        RandomStream random = protocol.streams().stream("evaluate.crop", index);
        int cell = weights.spec().cellPixels();
        int margin = weights.spec().marginCells() * cell;
        int left = margin + random.nextInt(cell);
        int top = margin + random.nextInt(cell);
        return crop(picture, left, top, protocol.crop(), protocol.crop());
    }

    static Picture crop(Picture picture, int left, int top, int width, int height) {
        float[] values = new float[picture.channels() * width * height];
        for (int c = 0; c < picture.channels(); c++) {
            for (int y = 0; y < height; y++) {
                System.arraycopy(
                        picture.values(),
                        (c * picture.height() + top + y) * picture.width() + left,
                        values,
                        (c * height + y) * width,
                        width);
            }
        }
        return new Picture(picture.channels(), width, height, values);
    }

    /** Draws pictures and their features, a few at a time: pictures are not kept. */
    Drawn draw(int count, FeatureNetwork network) {
        return draw(count, network, (picture, labels) -> {});
    }

    /** The same, and each picture is shown to someone with its labels. */
    Drawn draw(
            int count, FeatureNetwork network, BiConsumer<Picture, Map<String, String>> spectator) {
        List<Map<String, String>> labels = new ArrayList<>();
        float[][] features = new float[count][];
        for (int from = 0; from < count; from += BATCH) {
            List<LatentGrid> grids = new ArrayList<>();
            for (int i = from; i < Math.min(from + BATCH, count); i++) {
                labels.add(labels(i));
                grids.add(grid(noise("evaluate.latent", i), labels(i)));
            }
            List<Picture> pictures = new ArrayList<>();
            for (Picture picture : pictures(grids)) {
                int index = from + pictures.size();
                pictures.add(seen(picture, index));
                spectator.accept(picture, labels.get(index));
            }
            System.arraycopy(network.ofPictures(pictures), 0, features, from, pictures.size());
        }
        return new Drawn(labels, Clouds.of(features));
    }
}
