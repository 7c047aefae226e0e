package latentwilds.screen;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latentwilds.seed.RandomStream;
import latentwilds.world.BiomeField;
import latentwilds.world.ChunkPlace;
import latentwilds.world.Island;
import latentwilds.world.WorldMap;

/**
 * Light and shadow over cliffs, so that rock which nobody climbs looks steep: the same sun as on
 * the map, smooth from corner to corner of the cells. Render thread; owns nothing.
 */
final class CliffShades {
    /** Chunks whose shades are remembered. */
    private static final int KEPT = 96;

    /** Numbers per cell: four corners of x, y, colour, u, v. */
    private static final int CELL = 20;

    private static final int METRE = ChunkPlace.CELL_PIXELS;
    private static final int STROKE = 2;

    /** One cliff cell of so many has a crack. */
    private static final int CRACKS = 3;

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
                                    x * METRE,
                                    y * METRE,
                                    METRE,
                                    METRE,
                                    shade(x, y),
                                    shade(x, y + 1),
                                    shade(x + 1, y + 1),
                                    shade(x + 1, y)));
                }
            }
        }
        for (int y = place.bottom(); y < place.bottom() + ChunkPlace.CELLS; y++) {
            for (int x = place.left(); x < place.left() + ChunkPlace.CELLS; x++) {
                if (map.cliff(x, y)) {
                    edges(quads, white, x, y);
                }
            }
        }
        float[] vertices = new float[CELL * quads.size()];
        for (int i = 0; i < quads.size(); i++) {
            System.arraycopy(quads.get(i), 0, vertices, i * CELL, CELL);
        }
        return vertices;
    }

    /** Ragged edges: a face at the foot, a lit brim on top, and a crack now and then between. */
    private void edges(List<float[]> quads, TextureRegion white, int x, int y) {
        RandomStream random = new RandomStream((long) x * BiomeField.SIZE + y);
        int left = x * METRE;
        int bottom = y * METRE;
        for (int i = 0; i < METRE; i += STROKE) {
            if (!map.cliff(x, y - 1)) {
                int height = random.nextInt(5, 11);
                quads.add(flat(white, left + i, bottom, STROKE, height, INK, 0.5f));
                quads.add(flat(white, left + i, bottom, STROKE, height / 2, INK, 0.45f));
            }
            if (!map.cliff(x, y + 1)) {
                int top = bottom + METRE - random.nextInt(1, 4);
                quads.add(flat(white, left + i, top, STROKE, 1, 1, 0.4f));
                quads.add(flat(white, left + i, top - 2, STROKE, 2, INK, 0.4f));
            }
            if (!map.cliff(x - 1, y)) {
                quads.add(flat(white, left, bottom + i, random.nextInt(1, 4), STROKE, INK, 0.5f));
            }
            if (!map.cliff(x + 1, y)) {
                int width = random.nextInt(1, 4);
                int edge = left + METRE - width;
                quads.add(flat(white, edge, bottom + i, width, STROKE, INK, 0.6f));
            }
        }
        if (random.nextInt(CRACKS) == 0) {
            int at = left + random.nextInt(METRE);
            int length = random.nextInt(4, METRE);
            quads.add(flat(white, at, bottom, 1, length, INK, 0.55f));
            quads.add(flat(white, at + 1, bottom + 1, 1, length, 1, 0.14f));
        }
    }

    private static float[] flat(
            TextureRegion white, int x, int y, int width, int height, float grey, float alpha) {
        float colour = Color.toFloatBits(grey, grey, grey, alpha);
        return quad(white, x, y, width, height, colour, colour, colour, colour);
    }

    /** Corner by corner: south-west, north-west, north-east, south-east. */
    private static float[] quad(
            TextureRegion white, int x, int y, int width, int height, float... colours) {
        float[] quad = new float[CELL];
        for (int corner = 0; corner < 4; corner++) {
            int at = corner * CELL / 4;
            quad[at] = x + (corner > 1 ? width : 0);
            quad[at + 1] = y + (corner == 1 || corner == 2 ? height : 0);
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
