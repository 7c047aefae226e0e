package latentwilds.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import latentwilds.latent.LatentId;
import latentwilds.model.ModelCard;
import latentwilds.texture.Tones;

/**
 * Who plays whom: looks that ask for one of the card's anchors get one, people one that suits their
 * portrait, a green one for an orc and a pale one for the undead. Colours of anchors are in the
 * card, so no figure has to be drawn for it. Immutable; any thread.
 */
final class Casting {
    /** The nearest of which one is taken, so that people of one ancestry differ. */
    private static final int SUITED = 4;

    private record Part(long seed, Tones tones) {}

    private final Map<String, List<Long>> anchors;
    private final Map<String, List<Part>> parts = new HashMap<>();
    private final Portraits portraits;

    Casting(ModelCard card, Portraits portraits) {
        this.portraits = portraits;
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
        List<Long> suited = Character.face(look).map(face -> suited(name, face)).orElse(List.of());
        List<Long> among = suited.isEmpty() ? seeds : suited;
        long anchor = among.get((int) Math.floorMod(look.seed(), (long) among.size()));
        return LatentId.of(look.kind(), anchor, look.labels()).individual(look.seed());
    }

    private List<Long> suited(String name, LatentId face) {
        List<Part> all = new ArrayList<>(parts.getOrDefault(name, List.of()));
        if (all.isEmpty()) {
            return List.of();
        }
        Tones wanted = portraits.tones(face);
        all.sort(Comparator.comparingDouble(part -> wanted.distance(part.tones)));
        return all.stream().limit(SUITED).map(Part::seed).toList();
    }
}
