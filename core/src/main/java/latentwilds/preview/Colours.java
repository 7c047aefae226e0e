package latentwilds.preview;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import latentwilds.model.ModelCard;
import latentwilds.seed.Streams;
import latentwilds.texture.Apart;
import latentwilds.world.Biome;
import latentwilds.world.Wording;

/**
 * The colours of ground from afar: for every biome one that stands for its pictures, and one for
 * each place that its ground was learned at. Immutable.
 *
 * @param rgb one {@code 0xRRGGBB} for every biome
 * @param places one for every place of a biome; a biome that has none is left out
 */
public record Colours(Map<Biome, Integer> rgb, Map<Biome, List<Integer>> places) {
    /** Where a card says nothing: the tone of an empty panel. */
    private static final String UNKNOWN = "#352c4a";

    /** Copies the maps. */
    public Colours {
        rgb = Map.copyOf(rgb);
        places = Map.copyOf(places);
    }

    /**
     * The means of a terrain model's pictures: what stands in for ground that is not drawn yet.
     *
     * @param card the model's
     * @return a colour for every biome
     */
    public static Colours means(ModelCard card) {
        return new Colours(of(card.meanColours(), Map.of()), places(card));
    }

    /**
     * What a terrain model's ground is recognised by on a map.
     *
     * @param card the model's
     * @return a colour for every biome; its mean where the card knows no other
     */
    public static Colours onMaps(ModelCard card) {
        return new Colours(of(card.mapColours(), card.meanColours()), places(card));
    }

    private static Map<Biome, List<Integer>> places(ModelCard card) {
        Map<Biome, List<Integer>> places = new EnumMap<>(Biome.class);
        for (Biome biome : Biome.values()) {
            List<String> colours = card.placeColours().getOrDefault(biome.label(), List.of());
            if (!colours.isEmpty()) {
                places.put(biome, colours.stream().map(Colours::parse).toList());
            }
        }
        return places;
    }

    private static int parse(String hex) {
        return Integer.parseInt(hex.substring(1), 16);
    }

    private static Map<Biome, Integer> of(
            Map<String, String> first, Map<String, String> otherwise) {
        Map<Biome, Integer> rgb = new EnumMap<>(Biome.class);
        for (Biome biome : Biome.values()) {
            String label = biome.label();
            String hex = first.getOrDefault(label, otherwise.getOrDefault(label, UNKNOWN));
            rgb.put(biome, parse(hex));
        }
        return rgb;
    }

    /**
     * The colours of a run: of a biome the colour of one of the places that its ground speaks
     * there, or their mean, as far as biomes are told from each other by it ({@link Apart}). Not
     * place by place, since ground changes every few steps and an island in as many colours is no
     * map.
     *
     * @param streams of the run
     * @return a colour for every biome; the same as before where it has no places
     */
    public Colours in(Streams streams) {
        Wording wording =
                new Wording(streams, biome -> places.getOrDefault(biome, List.of()).size());
        Map<Biome, Apart.Range> ranges = new EnumMap<>(Biome.class);
        for (Biome biome : Biome.values()) {
            List<Integer> spoken = new ArrayList<>();
            for (int word : wording.of(biome)) {
                spoken.add(places.get(biome).get(word));
            }
            ranges.put(
                    biome,
                    spoken.isEmpty()
                            ? new Apart.Range(of(biome), List.of(of(biome)))
                            : new Apart.Range(mean(spoken), spoken));
        }
        return new Colours(Apart.choose(ranges), Map.of());
    }

    private static int mean(List<Integer> colours) {
        int mean = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int sum = 0;
            for (int colour : colours) {
                sum += colour >> shift & 255;
            }
            mean |= Math.round((float) sum / colours.size()) << shift;
        }
        return mean;
    }

    /**
     * One colour.
     *
     * @param biome of which ground
     * @return {@code 0xRRGGBB}
     */
    public int of(Biome biome) {
        return rgb.get(biome);
    }
}
