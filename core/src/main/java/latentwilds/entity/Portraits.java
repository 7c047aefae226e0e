package latentwilds.entity;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import latentwilds.latent.LatentId;
import latentwilds.latent.Pushes;
import latentwilds.latent.Rerolls;
import latentwilds.model.Model;
import latentwilds.model.ModelPack;
import latentwilds.synthesis.reference.ReferenceGenerator;
import latentwilds.texture.PixelArt;
import latentwilds.texture.SpriteStyle;
import latentwilds.texture.Tones;

/**
 * What people look like, known before anybody sees them: the reference generator draws a face once,
 * some ten milliseconds, so that every backend's run has the same people. A face whose features
 * would be lost in its skin is drawn anew. Any thread; one at a time.
 */
public final class Portraits {
    /**
     * Contrast of a face's skin and the black lines that its features are drawn with. Below it,
     * eyes float on one dark patch: one portrait in sixty of one model, none in a thousand of the
     * next.
     */
    private static final double LEGIBLE = 2;

    /** Faces that are remembered: more people than one meets in an hour. */
    private static final int REMEMBERED = 256;

    /**
     * A face that was drawn.
     *
     * @param drawn whose picture it is, after what was drawn anew
     * @param tones of it
     */
    private record Sitting(LatentId drawn, Tones tones) {}

    private final Model model;
    private final double legible;
    private final Map<LatentId, Sitting> sittings =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<LatentId, Sitting> eldest) {
                    return size() > REMEMBERED;
                }
            };
    private ReferenceGenerator generator;

    /**
     * The portraits of a pack. Draws nothing yet.
     *
     * @param pack has faces
     */
    public Portraits(ModelPack pack) {
        this(pack, LEGIBLE);
    }

    /**
     * The portraits of a pack, for other eyes. Draws nothing yet.
     *
     * @param pack has faces
     * @param legible the contrast of skin and black lines, 1 to 21, below which a face is drawn
     *     anew
     */
    public Portraits(ModelPack pack, double legible) {
        model = pack.model(Character.FACES);
        this.legible = legible;
    }

    /**
     * Whose picture is drawn for a face.
     *
     * @param face an identity, pushed along directions or not: a push changes no sitter
     * @return the identity to draw
     */
    public LatentId drawn(LatentId face) {
        LatentId sitter = sitting(face).drawn;
        return new LatentId(face.kind(), sitter.seed(), sitter.variation(), face.labels());
    }

    /**
     * The colours by which somebody is known again.
     *
     * @param face an identity
     * @return its skin and hair
     */
    public Tones tones(LatentId face) {
        return sitting(face).tones;
    }

    private synchronized Sitting sitting(LatentId face) {
        LatentId plain = Pushes.without(face);
        Sitting known = sittings.get(plain);
        if (known == null) {
            Map<LatentId, Tones> seen = new HashMap<>();
            LatentId drawn =
                    Rerolls.passing(
                            plain,
                            model,
                            id -> seen.computeIfAbsent(id, this::draw).legibility() >= legible);
            known = new Sitting(drawn, seen.computeIfAbsent(drawn, this::draw));
            sittings.put(plain, known);
        }
        return known;
    }

    private Tones draw(LatentId id) {
        if (generator == null) {
            generator = new ReferenceGenerator(model.weights());
        }
        return Tones.ofPortrait(
                PixelArt.portrait(
                        generator.synthesise(id.grid(model.weights())), SpriteStyle.FACE));
    }
}
