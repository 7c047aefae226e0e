package latentwilds.screen;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.utils.Disposable;
import java.util.BitSet;
import latentwilds.game.Explored;
import latentwilds.game.Run;
import latentwilds.preview.Colours;
import latentwilds.preview.IslandPicture;
import latentwilds.world.BiomeField;

/**
 * The island, {@link #CELLS} cells to a pixel: in colour as far as the player has seen it, a shadow
 * of itself elsewhere. Render thread; disposed by its screen.
 */
final class Chart implements Disposable {
    /** Cells along a pixel's side. */
    static final int CELLS = 2;

    /** Pixels along the island's side. */
    static final int SIDE = BiomeField.SIZE / CELLS;

    private static final int SQUARE = Explored.SQUARE / CELLS;

    /** How much of the edge's tone the brightest unexplored land has. */
    private static final float HINT = 1.2f;

    private final Run run;
    private final int[] island;
    private final int[] shadow = new int[SIDE * SIDE];
    private final Pixmap pixmap = new Pixmap(SIDE, SIDE, Pixmap.Format.RGBA8888);
    private final Texture texture;
    private final BitSet known = new BitSet(Explored.SIDE * Explored.SIDE);
    private int drawn;

    Chart(Run run, Colours colours) {
        this.run = run;
        island = IslandPicture.of(run.island(), colours, SIDE);
        pixmap.setBlending(Pixmap.Blending.None);
        Color tone = new Color();
        for (int i = 0; i < island.length; i++) {
            Color.argb8888ToColor(tone, island[i]);
            float light = (tone.r + tone.g + tone.b) / 3;
            tone.set(Tone.NIGHT.colour()).lerp(Tone.EDGE.colour(), HINT * light);
            shadow[i] = Color.argb8888(tone);
            pixmap.drawPixel(i % SIDE, i / SIDE, Integer.rotateLeft(shadow[i], 8));
        }
        texture = new Texture(pixmap);
        texture.setFilter(Texture.TextureFilter.Linear, Texture.TextureFilter.Nearest);
    }

    /** Draws what was explored since the last call. */
    void update() {
        int count = run.explored().count();
        if (count == drawn) {
            return;
        }
        drawn = count;
        BitSet stale = new BitSet(Explored.SIDE * Explored.SIDE);
        for (int i = 0; i < Explored.SIDE * Explored.SIDE; i++) {
            int x = i % Explored.SIDE;
            int y = i / Explored.SIDE;
            if (!known.get(i) && run.explored().at(x, y)) {
                known.set(i);
                // Its light reaches into the squares around it.
                for (int n = 0; n < 9; n++) {
                    mark(stale, x + n % 3 - 1, y + n / 3 - 1);
                }
            }
        }
        stale.stream()
                .forEach(
                        i ->
                                square(
                                        i % Explored.SIDE * SQUARE,
                                        SIDE - (i / Explored.SIDE + 1) * SQUARE));
        texture.draw(pixmap, 0, 0);
    }

    private static void mark(BitSet squares, int x, int y) {
        if (x >= 0 && y >= 0 && x < Explored.SIDE && y < Explored.SIDE) {
            squares.set(y * Explored.SIDE + x);
        }
    }

    private void square(int left, int top) {
        for (int y = top; y < top + SQUARE; y++) {
            for (int x = left; x < left + SQUARE; x++) {
                int at = y * SIDE + x;
                float share =
                        Haze.at(
                                run.explored()::at,
                                (x + 0.5f) / SQUARE,
                                (SIDE - y - 0.5f) / SQUARE);
                pixmap.drawPixel(
                        x, y, Integer.rotateLeft(Haze.mix(shadow[at], island[at], share), 8));
            }
        }
    }

    /**
     * A part of the chart.
     *
     * @param left pixels from the west
     * @param bottom pixels from the south
     */
    TextureRegion part(int left, int bottom, int width, int height) {
        return new TextureRegion(texture, left, SIDE - bottom - height, width, height);
    }

    @Override
    public void dispose() {
        texture.dispose();
        pixmap.dispose();
    }
}
