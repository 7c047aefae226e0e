package latentwilds.screen;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latentwilds.world.ChunkPlace;
import latentwilds.world.Island;
import latentwilds.world.WorldMap;

/**
 * Light and shadow over cliffs, so that rock which nobody climbs looks steep: the same sun as on
 * the map, smooth from corner to corner of the cells. Only light: the rock itself is synthesised.
 * Render thread; owns nothing.
 */
final class CliffShades {
    /** Chunks whose shades are remembered. */
    private static final int KEPT = 96;

    /** Numbers per cell: four corners of x, y, colour, u, v. */
    private static final int CELL = 20;

    private static final int METRE = ChunkPlace.CELL_PIXELS;

    // Alphas of shade.
    private static final double AMBIENT = 0.42;
    private static final double SUN = 6;
    private static final double DARKEST = 0.72;
    private static final double BRIGHTEST = 0.2;
    private static final float INK = 0.05f;

    private final Island island;
    private final WorldMap map;
    private final Map<ChunkPlace, float[]> shades =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<ChunkPlace, float[]> eldest) {
                    return size() > KEPT;
                }
            };

    CliffShades(Island island) {
        this.island = island;
        map = island.map();
    }

    /** The batch draws in pixels of the world. */
    void draw(SpriteBatch batch, TextureRegion white, ChunkPlace place) {
        float[] vertices = shades.computeIfAbsent(place, p -> cast(p, white));
        if (vertices.length > 0) {
            batch.draw(white.getTexture(), vertices, 0, vertices.length);
        }
    }

    private float[] cast(ChunkPlace place, TextureRegion white) {
        List<float[]> quads = new ArrayList<>();
        for (int y = place.bottom(); y < place.bottom() + ChunkPlace.CELLS; y++) {
            for (int x = place.left(); x < place.left() + ChunkPlace.CELLS; x++) {
                if (nearCliff(x, y)) {
                    quads.add(
                            quad(
                                    white,
                                    x,
                                    y,
                                    shade(x, y),
                                    shade(x, y + 1),
                                    shade(x + 1, y + 1),
                                    shade(x + 1, y)));
                }
            }
        }
        float[] vertices = new float[CELL * quads.size()];
        for (int i = 0; i < quads.size(); i++) {
            System.arraycopy(quads.get(i), 0, vertices, i * CELL, CELL);
        }
        return vertices;
    }

    /** A cell, corner by corner: south-west, north-west, north-east, south-east. */
    private static float[] quad(TextureRegion white, int x, int y, float... colours) {
        float[] quad = new float[CELL];
        for (int corner = 0; corner < 4; corner++) {
            int at = corner * CELL / 4;
            quad[at] = (corner > 1 ? x + 1 : x) * METRE;
            quad[at + 1] = (corner == 1 || corner == 2 ? y + 1 : y) * METRE;
            quad[at + 2] = colours[corner];
            quad[at + 3] = (white.getU() + white.getU2()) / 2;
            quad[at + 4] = (white.getV() + white.getV2()) / 2;
        }
        return quad;
    }

    private boolean nearCliff(int x, int y) {
        for (int i = 0; i < 9; i++) {
            if (map.cliff(x + i % 3 - 1, y + i / 3 - 1)) {
                return true;
            }
        }
        return false;
    }

    private float shade(int x, int y) {
        double steep = 0;
        for (int i = 0; i < 4; i++) {
            steep += map.cliff(x - i % 2, y - i / 2) ? 0.25 : 0;
        }
        // A rise towards the south-east looks at the sun.
        double rise = (island.elevation(x + 1.5, y - 1.5) - island.elevation(x - 1.5, y + 1.5)) / 3;
        double dark = steep * Math.max(BRIGHTEST, Math.min(DARKEST, AMBIENT - SUN * rise));
        return Color.toFloatBits(INK, INK, INK, (float) dark);
    }
}
