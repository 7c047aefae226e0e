package latentwilds.screen;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.utils.Disposable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import latentwilds.texture.PixelImage;
import latentwilds.texture.TerrainPages;
import latentwilds.world.ChunkPlace;
import latentwilds.world.WorldMap;

/**
 * Draws cliffs so that one sees what stops one: the synthesised rock stretched down the face, and
 * light over it. Shapes are found on other threads; until then there is plain ground. Render
 * thread; owns its textures: as many as are in sight and some more.
 */
final class CliffView implements Disposable {
    /** Chunks that are kept at least, and beyond those in sight: one may turn back. */
    private static final int FEWEST = 24;

    private static final int SPARE = 12;
    private static final int METRE = ChunkPlace.CELL_PIXELS;

    /** How many times higher a face is than the ground that is stretched over it. */
    private static final int STRETCH = 3;

    /** Pixels above the foot where rock is surely rock. */
    private static final int INTO_ROCK = 10;

    /** A column's numbers: four corners of x, y, colour, u, v. */
    private static final int COLUMN = 20;

    private static final long PAGE_BYTES = 4L * ChunkPlace.PIXELS * ChunkPlace.PIXELS;

    /** What was found of a chunk; no light where no cliff is near. */
    private record Found(float[] faces, Optional<PixelImage> light) {
        static final Found NOTHING = new Found(new float[0], Optional.empty());
    }

    private final WorldMap map;
    private int kept = FEWEST;
    private TerrainPages lights = pages(FEWEST);
    private final Map<ChunkPlace, CompletableFuture<Found>> chunks =
            new LinkedHashMap<>(FEWEST, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<ChunkPlace, CompletableFuture<Found>> eldest) {
                    return size() > kept;
                }
            };

    CliffView(WorldMap map) {
        this.map = map;
    }

    private static TerrainPages pages(int count) {
        return new TerrainPages(ChunkPlace.PIXELS, PAGE_BYTES * count);
    }

    /** How many chunks to keep where so many are in sight. */
    static int enough(int seen) {
        return Math.max(FEWEST, seen + SPARE);
    }

    /** So many chunks will be drawn in this frame: a tall window must not find them all anew. */
    void expect(int seen) {
        if (enough(seen) > kept) {
            kept = enough(seen);
            lights.dispose();
            lights = pages(kept);
        }
    }

    /** The batch draws in pixels of the world; a page that is not there yet is not stretched. */
    void draw(SpriteBatch batch, ChunkPlace place, Optional<Texture> page) {
        CompletableFuture<Found> chunk = chunks.computeIfAbsent(place, this::find);
        if (!chunk.isDone() || chunk.join().light.isEmpty()) {
            return;
        }
        Found found = chunk.join();
        if (!lights.contains(place)) {
            lights.put(place, found.light.get());
        }
        if (page.isPresent() && found.faces.length > 0) {
            batch.draw(page.get(), found.faces, 0, found.faces.length);
        }
        float left = place.left() * METRE;
        float bottom = place.bottom() * METRE;
        batch.draw(lights.get(place), left, bottom, ChunkPlace.PIXELS, ChunkPlace.PIXELS);
    }

    private CompletableFuture<Found> find(ChunkPlace place) {
        return CompletableFuture.supplyAsync(
                () -> {
                    if (CliffShape.none(map::cliff, place)) {
                        return Found.NOTHING;
                    }
                    CliffShape shape = CliffShape.of(map::cliff, place);
                    return new Found(
                            vertices(place, shape.faces()), Optional.of(CliffLight.over(shape)));
                });
    }

    /** A pixel wide each; the piece of ground is the page's own, so faces need no other page. */
    private static float[] vertices(ChunkPlace place, List<CliffShape.Column> columns) {
        float[] vertices = new float[COLUMN * columns.size()];
        float size = ChunkPlace.PIXELS;
        int at = 0;
        for (CliffShape.Column column : columns) {
            int rows = Math.max(1, column.height() / STRETCH);
            int row = Math.min(column.foot() + INTO_ROCK, ChunkPlace.PIXELS - rows);
            float left = place.left() * METRE + column.x();
            float foot = place.bottom() * METRE + column.foot();
            for (int corner = 0; corner < 4; corner++) {
                boolean east = corner > 1;
                boolean top = corner == 1 || corner == 2;
                vertices[at++] = east ? left + 1 : left;
                vertices[at++] = top ? foot + column.height() : foot;
                vertices[at++] = Color.WHITE_FLOAT_BITS;
                vertices[at++] = (column.x() + (east ? 1 : 0)) / size;
                vertices[at++] = 1 - (row + (top ? rows : 0)) / size;
            }
        }
        return vertices;
    }

    @Override
    public void dispose() {
        lights.dispose();
    }
}
