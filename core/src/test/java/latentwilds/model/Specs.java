package latentwilds.model;

import java.util.List;

/** Small generators that tests of several packages share. */
public final class Specs {
    /** Two label groups, code size 3 together. */
    public static final Condition PEOPLE =
            new Condition(
                    List.of(
                            new Condition.Group("ancestry", List.of("elf", "orc", "human"), 2),
                            new Condition.Group("gender", List.of("female", "male"), 1)));

    private Specs() {}

    /** A conditional RGBA picture of 8 x 12 from a latent of 5. */
    public static GeneratorSpec face() {
        return new GeneratorSpec(
                "faces",
                5,
                PEOPLE,
                List.of(
                        new Layer.Dense(5, 6, 3, 2, Activation.RELU, true),
                        new Layer.UpConv(6, 4, Activation.LEAKY_RELU, true),
                        new Layer.Conv3x3(4, 5, Activation.RELU, false),
                        new Layer.UpConv(5, 4, Activation.TANH, false)),
                4,
                "c0ffee");
    }

    /** A conditional RGB field, 8 pixels per cell, of all three kinds of conditional layer. */
    public static GeneratorSpec field() {
        Condition biomes =
                new Condition(
                        List.of(
                                new Condition.Group(
                                        "biome", List.of("sand", "forest", "snow"), 2)));
        return new GeneratorSpec(
                "terrain",
                3,
                biomes,
                List.of(
                        new Layer.UpConv(3, 7, Activation.RELU, true),
                        new Layer.UpConv(7, 6, Activation.LEAKY_RELU, true),
                        new Layer.Conv3x3(6, 5, Activation.RELU, true),
                        new Layer.UpConv(5, 3, Activation.TANH, true)),
                3,
                "");
    }

    /** The smallest ground: two channels that a region shares and one of each cell, one layer. */
    public static GeneratorSpec regions(Condition.Group group) {
        return new GeneratorSpec(
                "terrain",
                3,
                2,
                List.of(),
                new Condition(List.of(group)),
                List.of(new Layer.UpConv(3, 3, Activation.TANH, true)),
                3,
                "");
    }

    /** An unconditional RGBA picture of 16 x 16 from a latent of 4. */
    public static GeneratorSpec monster() {
        return new GeneratorSpec(
                "monsters",
                4,
                Condition.NONE,
                List.of(
                        new Layer.Dense(4, 8, 4, 4, Activation.RELU, false),
                        new Layer.UpConv(8, 6, Activation.RELU, false),
                        new Layer.UpConv(6, 4, Activation.TANH, false)),
                4,
                "");
    }

    /** A conditional RGBA picture of 5 x 6 made by dense layers alone. */
    public static GeneratorSpec perceptron() {
        return new GeneratorSpec(
                "icons",
                4,
                PEOPLE,
                List.of(
                        new Layer.Dense(4, 8, 1, 1, Activation.RELU, true),
                        new Layer.Dense(8, 7, 1, 1, Activation.LEAKY_RELU, true),
                        new Layer.Dense(7, 4, 6, 5, Activation.TANH, false)),
                4,
                "");
    }
}
