package latentwilds.screen;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import java.util.LinkedHashMap;
import java.util.Map;
import latentwilds.world.Biome;
import latentwilds.world.BiomeField;
import latentwilds.world.ChunkPlace;

/** Ground that is not synthesised yet: each cell in the mean colour of its biomes. */
final class Placeholders {
    private static final int KEPT = 64;
    private static final int CELLS = ChunkPlace.CELLS;

    private final BiomeField field;
    private final Artwork artwork;
    private final Map<ChunkPlace, float[]> colours =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<ChunkPlace, float[]> eldest) {
                    return size() > KEPT;
                }
            };

    Placeholders(BiomeField field, Artwork artwork) {
        this.field = field;
        this.artwork = artwork;
    }

    void draw(SpriteBatch batch, TextureRegion white, ChunkPlace place) {
        float[] packed = colours.computeIfAbsent(place, this::mix);
        int cell = ChunkPlace.CELL_PIXELS;
        for (int i = 0; i < packed.length; i++) {
            batch.setPackedColor(packed[i]);
            batch.draw(
                    white,
                    (place.left() + i % CELLS) * cell,
                    (place.bottom() + i / CELLS) * cell,
                    cell,
                    cell);
        }
        batch.setColor(Color.WHITE);
    }

    private float[] mix(ChunkPlace place) {
        float[] packed = new float[CELLS * CELLS];
        Biome[] biomes = Biome.values();
        for (int i = 0; i < packed.length; i++) {
            double[] weights =
                    field.weights(place.left() + i % CELLS + 0.5, place.bottom() + i / CELLS + 0.5);
            float r = 0;
            float g = 0;
            float b = 0;
            for (Biome biome : biomes) {
                Color mean = artwork.meanColour(biome);
                double weight = weights[biome.ordinal()];
                r += weight * mean.r;
                g += weight * mean.g;
                b += weight * mean.b;
            }
            packed[i] = Color.toFloatBits(r, g, b, 1);
        }
        return packed;
    }
}
