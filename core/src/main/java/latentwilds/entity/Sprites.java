package latentwilds.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import latentwilds.latent.LatentGrid;
import latentwilds.latent.LatentId;
import latentwilds.latent.Rerolls;
import latentwilds.model.Gate;
import latentwilds.model.Model;
import latentwilds.model.ModelCard;
import latentwilds.model.ModelPack;
import latentwilds.synthesis.Finish;
import latentwilds.synthesis.Picture;
import latentwilds.synthesis.reference.ReferenceGenerator;
import latentwilds.texture.Contrast;
import latentwilds.texture.Grain;
import latentwilds.texture.PixelArt;
import latentwilds.texture.PixelImage;
import latentwilds.texture.Shade;
import latentwilds.texture.SpriteStyle;
import latentwilds.texture.Tones;
import latentwilds.world.Biome;

/**
 * How a creature's or person's picture becomes a sprite, and what it looks like beforehand: the
 * reference generator draws it, so that every backend's run has the same species. Immutable; any
 * thread.
 */
public final class Sprites implements Appearance {
    private final Model model;
    private final ModelCard ground;
    private final ReferenceGenerator generator;
    private final Casting casting;
    private final Map<String, double[]> directions = new TreeMap<>();

    /**
     * The sprites of a pack, whose people nobody else looks at.
     *
     * @param pack has creatures, ground and faces
     */
    public Sprites(ModelPack pack) {
        this(pack, new Portraits(pack));
    }

    /**
     * The sprites of a pack.
     *
     * @param pack has creatures and ground
     * @param portraits whose people the figures shall suit
     */
    public Sprites(ModelPack pack, Portraits portraits) {
        model = pack.model(Bestiary.KIND);
        ground = pack.model("terrain").card();
        generator = new ReferenceGenerator(model.weights());
        casting = new Casting(model.card(), portraits, id -> Tones.ofFigure(drawn(id)));
        model.card()
                .directions()
                .forEach(
                        (name, direction) ->
                                directions.put(
                                        name,
                                        direction.vector().stream()
                                                .mapToDouble(Float::doubleValue)
                                                .toArray()));
    }

    /**
     * Paints a sprite: the family's colours, an outline that is seen on the ground where it lives,
     * feet on the bottom row.
     *
     * @param picture as synthesised
     * @param look whose
     * @return the sprite
     */
    public PixelImage paint(Picture picture, LatentId look) {
        return PixelArt.finished(picture, finish(look));
    }

    /**
     * How {@link #paint} does it, for a backend that can do it itself.
     *
     * @param look whose
     * @return colours, outline and stand
     */
    public Finish finish(LatentId look) {
        String home = look.labels().get(Bestiary.GROUND);
        OptionalInt rgb = home == null ? OptionalInt.empty() : mean(home);
        return PixelArt.spriteFinish(SpriteStyle.MONSTER, palette(look), rgb, true);
    }

    private OptionalInt mean(String biome) {
        String hex = ground.meanColours().get(biome);
        return hex == null
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(hex.substring(1), 16));
    }

    /** The colours of a creature's family, from the model's card; none if it knows none. */
    private int[] palette(LatentId look) {
        var groups = model.weights().spec().condition().groups();
        String label = groups.isEmpty() ? "*" : look.labels().get(groups.get(0).name());
        return model.card().palettes().getOrDefault(label == null ? "*" : label, List.of()).stream()
                .mapToInt(hex -> Integer.parseInt(hex.substring(1), 16))
                .toArray();
    }

    /**
     * Whose latent a look is drawn from: a person's is cast to suit the portrait. May draw that
     * portrait, once, and four figures: some tens of milliseconds, so not on the render thread.
     *
     * @param look an identity
     * @return the identity to draw, if the gate agrees
     */
    public LatentId cast(LatentId look) {
        return casting.figure(look);
    }

    /**
     * Synthesises a sprite here and now, in plain Java: some milliseconds.
     *
     * @param look whose
     * @return the sprite that the game shows, up to the backends' tolerance
     */
    public PixelImage draw(LatentId look) {
        return drawn(cast(look));
    }

    private PixelImage drawn(LatentId look) {
        LatentId passing = Rerolls.passing(look, model);
        return paint(generator.synthesise(passing.grid(model.weights())), look);
    }

    @Override
    public Impression impression(LatentId look, Biome biome) {
        PixelImage sprite = draw(look);
        OptionalInt rgb = mean(biome.label());
        double contrast =
                rgb.isEmpty()
                        ? 0
                        : Contrast.ratio(Contrast.body(sprite), Contrast.luminance(rgb.getAsInt()));
        return new Impression(contrast, Grain.of(sprite), Shade.of(sprite));
    }

    @Override
    public Forecast forecast(LatentId look) {
        LatentGrid input = look.grid(model.weights());
        Map<String, Double> places = new HashMap<>();
        directions.forEach((name, way) -> places.put(name, place(input.noise(), way)));
        return new Forecast(places, model.gate().map(gate -> flaws(gate, input)).orElse(0.0));
    }

    private static double place(float[] noise, double[] way) {
        double sum = 0;
        for (int i = 0; i < noise.length; i++) {
            sum += noise[i] * way[i];
        }
        return sum;
    }

    /** What is refused would be drawn from another latent, with other ways. */
    private static double flaws(Gate gate, LatentGrid input) {
        double score = gate.score(input.noise(), input.code());
        return score <= gate.limit() ? score : Double.POSITIVE_INFINITY;
    }
}
