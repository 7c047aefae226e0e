package latentwilds.preview;

import java.util.EnumMap;
import java.util.Map;
import latentwilds.model.ModelCard;
import latentwilds.world.Biome;

/**
 * The colours of ground from afar: the means of its pictures. Immutable.
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
     * The colours that a terrain model knows of itself.
     *
     * @param card the model's
     * @return a colour for every biome
     */
    public static Colours of(ModelCard card) {
        Map<Biome, Integer> rgb = new EnumMap<>(Biome.class);
        for (Biome biome : Biome.values()) {
            String hex = card.meanColours().getOrDefault(biome.label(), UNKNOWN);
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
