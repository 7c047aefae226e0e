package latentwilds.screen;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import java.util.LinkedHashMap;
import java.util.Map;
import latentwilds.preview.RegionColours;
import latentwilds.world.BiomeField;
import latentwilds.world.ChunkPlace;

/** Ground that is not synthesised yet: each cell in the colour that its ground will have. */
final class Placeholders {
    private static final int KEPT = 64;
    private static final int CELLS = ChunkPlace.CELLS;

    private final BiomeField field;
    private final RegionColours ground;
    private final Map<ChunkPlace, float[]> colours =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<ChunkPlace, float[]> eldest) {
                    return size() > KEPT;
                }
            };

    Placeholders(BiomeField field, RegionColours ground) {
        this.field = field;
        this.ground = ground;
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
        Color colour = new Color(Color.WHITE);
        for (int i = 0; i < packed.length; i++) {
            int x = place.left() + i % CELLS;
            int y = place.bottom() + i / CELLS;
            Color.rgb888ToColor(colour, ground.at(x, y, field.weights(x + 0.5, y + 0.5)));
            packed[i] = colour.toFloatBits();
        }
        return packed;
    }
}
