package latentwilds.training.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.synthesis.Picture;
import latentwilds.texture.PixelArt;
import latentwilds.texture.PixelImage;
import latentwilds.texture.SpriteStyle;

/**
 * Counts what the player sees: every picture goes through the game's own post-processing, faces as
 * portraits, all others as outlined sprites, and is looked at as an image of 8 bits.
 */
final class SpriteTally {
    private static final String PORTRAITS = "faces";
    private static final double ONE_SHAPE = 0.9;
    private static final double LOW = 0.1;

    private final GeneratorSpec spec;
    private final Map<String, List<String>> palettes;
    private final List<SpriteForm> forms = new ArrayList<>();

    /**
     * Nothing counted yet.
     *
     * @param spec of a generator with four channels
     * @param palettes of the model's card, by label of the first group or {@code *}; may be empty
     */
    SpriteTally(GeneratorSpec spec, Map<String, List<String>> palettes) {
        this.spec = spec;
        this.palettes = palettes;
    }

    /** Counts a picture, premultiplied in [-1, 1], with its labels. */
    void add(Picture picture, Map<String, String> labels) {
        forms.add(SpriteForm.of(finished(picture, labels)));
    }

    private PixelImage finished(Picture picture, Map<String, String> labels) {
        return spec.kind().equals(PORTRAITS)
                ? PixelArt.portrait(picture, SpriteStyle.FACE)
                : PixelArt.sprite(picture, SpriteStyle.MONSTER, palette(labels));
    }

    private int[] palette(Map<String, String> labels) {
        List<Condition.Group> groups = spec.condition().groups();
        String label = groups.isEmpty() ? "*" : labels.getOrDefault(groups.get(0).name(), "*");
        return palettes.getOrDefault(label, List.of()).stream()
                .mapToInt(hex -> Integer.parseInt(hex.substring(1), 16))
                .toArray();
    }

    /** Figures of all that was counted, at least one; keys are those of {@link Figures}. */
    Map<String, Double> figures() {
        double[] colours = sorted(SpriteForm::colours);
        double[] parts = sorted(SpriteForm::largestPart);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(
                Figures.SOFT_ALPHA,
                Arrays.stream(sorted(SpriteForm::softShare)).average().orElseThrow());
        figures.put(Figures.COLOURS, Memorisation.percentile(colours, 0.5));
        figures.put(Figures.MOST_COLOURS, colours[colours.length - 1]);
        figures.put(Figures.LARGEST_PART, Arrays.stream(parts).average().orElseThrow());
        figures.put(Figures.LARGEST_PART_LOW, Memorisation.percentile(parts, LOW));
        figures.put(
                Figures.ONE_SHAPE,
                Arrays.stream(parts).map(p -> p >= ONE_SHAPE ? 1 : 0).average().orElseThrow());
        return figures;
    }

    private double[] sorted(ToDoubleFunction<SpriteForm> value) {
        return forms.stream().mapToDouble(value).sorted().toArray();
    }
}
