package latentwilds.training.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import latentwilds.synthesis.Picture;
import latentwilds.texture.PixelArt;
import latentwilds.texture.SpriteStyle;
import latentwilds.texture.Tones;

/** What figures near a model's anchors are known by: two colours each, for the card. */
final class AnchorColours {
    private static final int SPRITE_CHANNELS = 4;

    private AnchorColours() {}

    /**
     * Measures the sprites that the game makes of the anchors.
     *
     * @param anchors name to latent seeds
     * @param samples of the model that has them
     * @return name to {@code #rrggbb} of trunk and head for every anchor; empty if these are no
     *     sprites
     */
    static Map<String, List<List<String>>> of(Map<String, List<Long>> anchors, Samples samples) {
        Map<String, List<List<String>>> colours = new TreeMap<>();
        anchors.forEach(
                (name, seeds) -> {
                    List<Picture> pictures = seeds.stream().map(samples::picture).toList();
                    if (pictures.stream().allMatch(p -> p.channels() == SPRITE_CHANNELS)) {
                        colours.put(name, pictures.stream().map(AnchorColours::pair).toList());
                    }
                });
        return colours;
    }

    private static List<String> pair(Picture picture) {
        Tones tones = Tones.ofFigure(PixelArt.sprite(picture, SpriteStyle.MONSTER));
        return List.of("#%06x".formatted(tones.body()), "#%06x".formatted(tones.head()));
    }
}
