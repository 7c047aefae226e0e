package latentwilds.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentwilds.latent.LatentGrid;
import latentwilds.latent.Latents;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.model.RandomWeights;
import latentwilds.model.Specs;
import latentwilds.seed.RandomStream;

/** Generators of many shapes, small enough to be computed naively. */
public final class SmallGenerators {
    private SmallGenerators() {}

    /**
     * The three kinds that the game has, small, one of dense layers alone, and some drawn at
     * random; always the same.
     */
    public static List<GeneratorWeights> all() {
        Stream<GeneratorSpec> kinds =
                Stream.of(Specs.face(), Specs.field(), Specs.monster(), Specs.perceptron());
        Stream<GeneratorSpec> drawn =
                IntStream.range(0, 24).mapToObj(i -> draw(new RandomStream(i), i % 2 == 0));
        return Stream.concat(kinds, drawn).map(spec -> RandomWeights.of(spec, 2)).toList();
    }

    private static GeneratorSpec draw(RandomStream random, boolean spatial) {
        int latentSize = random.nextInt(1, 7);
        List<Condition.Group> groups = new ArrayList<>();
        for (int g = random.nextInt(3); g > 0; g--) {
            List<String> labels = List.of("a", "b", "c").subList(0, random.nextInt(1, 4));
            groups.add(new Condition.Group("group" + g, labels, random.nextInt(1, 4)));
        }
        List<Layer> layers = new ArrayList<>();
        int before = latentSize;
        if (!spatial) {
            int outputs = random.nextInt(1, 8);
            layers.add(
                    new Layer.Dense(
                            before,
                            outputs,
                            random.nextInt(1, 5),
                            random.nextInt(1, 5),
                            activation(random),
                            random.nextBoolean()));
            before = outputs;
        }
        for (int n = random.nextInt(3); n > 0; n--) {
            int outputs = random.nextInt(1, 8);
            layers.add(convolution(before, outputs, activation(random), random));
            before = outputs;
        }
        int channels = random.nextInt(3, 5);
        layers.add(convolution(before, channels, Activation.TANH, random));
        return new GeneratorSpec(
                spatial ? "field" : "vector",
                latentSize,
                new Condition(groups),
                layers,
                channels,
                "");
    }

    private static Activation activation(RandomStream random) {
        return random.pick(List.of(Activation.values()));
    }

    private static Layer convolution(
            int inputs, int outputs, Activation activation, RandomStream random) {
        boolean inject = random.nextBoolean();
        return random.nextBoolean()
                ? new Layer.UpConv(inputs, outputs, activation, inject)
                : new Layer.Conv3x3(inputs, outputs, activation, inject);
    }

    /** Any input: noise, and a code of its own in every cell. */
    public static LatentGrid input(GeneratorSpec spec, long seed) {
        RandomStream random = new RandomStream(seed);
        int rows = spec.spatial() ? 1 + (int) (seed % 5) : 1;
        int columns = spec.spatial() ? 1 + (int) (seed % 7) : 1;
        return input(spec, rows, columns, random);
    }

    /** An input of that size. */
    public static LatentGrid input(GeneratorSpec spec, int rows, int columns, RandomStream random) {
        return new LatentGrid(
                rows,
                columns,
                Latents.gaussian(random, spec.latentSize() * rows * columns),
                Latents.gaussian(random, spec.condition().codeSize() * rows * columns));
    }

    /** Some cells of a grid. */
    public static LatentGrid part(LatentGrid grid, int row, int column, int rows, int columns) {
        return new LatentGrid(
                rows,
                columns,
                part(grid.noise(), grid, row, column, rows, columns),
                part(grid.code(), grid, row, column, rows, columns));
    }

    private static float[] part(
            float[] values, LatentGrid grid, int row, int column, int rows, int columns) {
        int cells = grid.rows() * grid.columns();
        float[] part = new float[values.length / cells * rows * columns];
        for (int i = 0; i < part.length; i++) {
            int channel = i / (rows * columns);
            int y = row + i % (rows * columns) / columns;
            int x = column + i % columns;
            part[i] = values[channel * cells + y * grid.columns() + x];
        }
        return part;
    }
}
