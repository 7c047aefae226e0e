package latentwilds.training.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import latentwilds.latent.LatentGrid;
import latentwilds.latent.Latents;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.Layer;
import latentwilds.model.ModelCard;
import latentwilds.model.RandomWeights;
import latentwilds.model.SafeTensors;
import latentwilds.seed.RandomStream;

/** Small models of many shapes, drawn at random but always the same. */
final class DrawnModels {
    private DrawnModels() {}

    static Stream<Exportable> some() {
        return LongStream.range(0, 12)
                .mapToObj(
                        seed ->
                                of(
                                        spec(seed),
                                        seed % 3 == 0
                                                ? SafeTensors.Type.F16
                                                : SafeTensors.Type.F32));
    }

    /** What a model of that spec is after it went to half precision, if that is the type. */
    static Exportable of(GeneratorSpec spec, SafeTensors.Type type) {
        return new Exportable(
                Exportable.rounded(RandomWeights.of(spec, 5), type), card(spec), type);
    }

    static ModelCard card(GeneratorSpec spec) {
        return new ModelCard(
                spec.kind(),
                "Drawn",
                "A model for tests",
                List.of(new ModelCard.DataSet("Dots", "CC0", "Nobody's dots")),
                "CC BY 4.0",
                "",
                spec.trainingHash(),
                640,
                1.5,
                "2026-01-02",
                Map.of(),
                Map.of("*", "#010203"),
                Map.of(),
                Map.of(),
                Map.of("people", List.of(4L)),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                "");
    }

    /** Even seeds are spatial, odd ones vectors; every third is unconditional. */
    static GeneratorSpec spec(long seed) {
        RandomStream random = new RandomStream(seed);
        boolean spatial = seed % 2 == 0;
        List<Condition.Group> groups = new ArrayList<>();
        for (long g = seed % 3; g > 0; g--) {
            List<String> labels = List.of("a", "b", "c").subList(0, random.nextInt(1, 4));
            groups.add(new Condition.Group("group " + g, labels, random.nextInt(1, 4)));
        }
        int latentSize = random.nextInt(1, 7);
        int before = latentSize;
        List<Layer> layers = new ArrayList<>();
        if (!spatial) {
            int outputs = random.nextInt(1, 8);
            layers.add(
                    new Layer.Dense(
                            before,
                            outputs,
                            random.nextInt(1, 5),
                            random.nextInt(1, 5),
                            random.pick(List.of(Activation.values())),
                            random.nextBoolean()));
            before = outputs;
        }
        int channels = random.nextInt(3, 5);
        for (int left = random.nextInt(1, 5); left > 0; left--) {
            int outputs = left == 1 ? channels : random.nextInt(1, 8);
            Activation activation =
                    left == 1 ? Activation.TANH : random.pick(List.of(Activation.values()));
            boolean inject = random.nextBoolean();
            layers.add(
                    random.nextBoolean()
                            ? new Layer.UpConv(before, outputs, activation, inject)
                            : new Layer.Conv3x3(before, outputs, activation, inject));
            before = outputs;
        }
        return new GeneratorSpec(
                "drawn", latentSize, new Condition(groups), layers, channels, "c0ffee");
    }

    static List<LatentGrid> inputs(GeneratorSpec spec, long seed) {
        RandomStream random = new RandomStream(seed);
        int rows = spec.spatial() ? 3 : 1;
        int cells = spec.spatial() ? 6 : 1;
        return Stream.generate(
                        () ->
                                new LatentGrid(
                                        rows,
                                        cells / rows == 0 ? 1 : cells / rows,
                                        Latents.gaussian(random, spec.latentSize() * cells),
                                        Latents.gaussian(
                                                random, spec.condition().codeSize() * cells)))
                .limit(2)
                .toList();
    }
}
