package latentwilds.entity;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import latentwilds.latent.LatentId;
import latentwilds.model.ModelCard;
import latentwilds.texture.Tones;

/**
 * Who plays whom: looks that ask for one of the card's anchors get one, people one that suits their
 * portrait: a green one for an orc, a pale one for the undead, a dressed one for a human, whose
 * skin all over would be naked. Colours of anchors are in the card, so only a few figures have to
 * be drawn for it. Immutable; any thread.
 */
final class Casting {
    /** Anchors that are tried: near them, an individual's colours are other ones again. */
    private static final int TRIED = 4;

    /** Of how many of the nearest: heads are small and much alike, so that all humans would be. */
    private static final int CLOTHED = 16;

    private record Part(long seed, Tones tones) {}

    private final Map<String, List<Long>> anchors;
    private final Map<String, List<Part>> parts = new HashMap<>();
    private final Portraits portraits;
    private final Function<LatentId, Tones> audition;

    /**
     * People of a model, who have portraits.
     *
     * @param card of the figures' model
     * @param portraits whose people the figures shall suit
     * @param audition draws a figure and takes its tones
     */
    Casting(ModelCard card, Portraits portraits, Function<LatentId, Tones> audition) {
        this.portraits = portraits;
        this.audition = audition;
        anchors = card.anchors();
        card.anchorColours()
                .forEach(
                        (name, colours) ->
                                parts.put(
                                        name,
                                        IntStream.range(0, colours.size())
                                                .mapToObj(
                                                        i ->
                                                                new Part(
                                                                        anchors.get(name).get(i),
                                                                        tones(colours.get(i))))
                                                .toList()));
    }

    private static Tones tones(List<String> pair) {
        return new Tones(rgb(pair.get(0)), rgb(pair.get(1)));
    }

    private static int rgb(String hex) {
        return Integer.parseInt(hex.substring(1), 16);
    }

    /**
     * Near which anchor a look is drawn.
     *
     * @param look an identity
     * @return an individual of an anchor; the identity itself where it asks for none, or where the
     *     model knows none
     */
    LatentId figure(LatentId look) {
        String name = look.labels().get(Character.ANCHOR);
        List<Long> seeds = name == null ? List.of() : anchors.getOrDefault(name, List.of());
        if (seeds.isEmpty()) {
            return look;
        }
        long any = seeds.get(Math.floorMod(look.seed(), seeds.size()));
        return Character.face(look)
                .flatMap(face -> suited(name, look, face))
                .orElseGet(() -> near(look, any));
    }

    private static LatentId near(LatentId look, long anchor) {
        return LatentId.of(look.kind(), anchor, look.labels()).individual(look.seed());
    }

    /** Of individuals at some of the nearest anchors the one that looks most like the portrait. */
    private Optional<LatentId> suited(String name, LatentId look, LatentId face) {
        Tones tones = portraits.tones(face);
        boolean clothed = Character.HUMAN.equals(face.labels().get(Character.ANCESTRY));
        ToDoubleFunction<Tones> unlike = clothed ? tones::clothedDistance : tones::distance;
        List<Part> nearest =
                parts.getOrDefault(name, List.of()).stream()
                        .sorted(Comparator.comparingDouble(p -> unlike.applyAsDouble(p.tones)))
                        .limit(clothed ? CLOTHED : TRIED)
                        .toList();
        int count = nearest.size();
        return IntStream.range(0, Math.min(TRIED, count))
                .map(i -> (Math.floorMod(look.seed(), count) + i * count / TRIED) % count)
                .mapToObj(i -> near(look, nearest.get(i).seed))
                .min(Comparator.comparingDouble(id -> unlike.applyAsDouble(audition.apply(id))));
    }
}
