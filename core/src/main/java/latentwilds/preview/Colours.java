package latentwilds.preview;

import java.util.EnumMap;
import java.util.Map;
import latentwilds.model.ModelCard;
import latentwilds.world.Biome;

/**
 * The colours of ground from afar: for every biome one that stands for its pictures. Immutable.
 *
 * @param rgb one {@code 0xRRGGBB} for every biome
 */
public record Colours(Map<Biome, Integer> rgb) {
    /** Where a card says nothing: the tone of an empty panel. */
    private static final String UNKNOWN = "#352c4a";

    /** Copies the map. */
    public Colours {
        rgb = Map.copyOf(rgb);
    }

    /**
     * The means of a terrain model's pictures: what stands in for ground that is not drawn yet.
     *
     * @param card the model's
     * @return a colour for every biome
     */
    public static Colours means(ModelCard card) {
        return of(card.meanColours(), Map.of());
    }

    /**
     * What a terrain model's ground is recognised by on a map.
     *
     * @param card the model's
     * @return a colour for every biome; its mean where the card knows no other
     */
    public static Colours onMaps(ModelCard card) {
        return of(card.mapColours(), card.meanColours());
    }

    private static Colours of(Map<String, String> first, Map<String, String> otherwise) {
        Map<Biome, Integer> rgb = new EnumMap<>(Biome.class);
        for (Biome biome : Biome.values()) {
            String label = biome.label();
            String hex = first.getOrDefault(label, otherwise.getOrDefault(label, UNKNOWN));
            rgb.put(biome, Integer.parseInt(hex.substring(1), 16));
        }
        return new Colours(rgb);
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
