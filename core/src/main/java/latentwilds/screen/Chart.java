package latentwilds.screen;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.utils.Disposable;
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

    private static final float HINT = 0.75f;

    private final Run run;
    private final int[] island;
    private final Pixmap pixmap = new Pixmap(SIDE, SIDE, Pixmap.Format.RGBA8888);
    private final Texture texture;
    private int drawn;

    Chart(Run run, Colours colours) {
        this.run = run;
        island = IslandPicture.of(run.island(), colours, SIDE);
        pixmap.setBlending(Pixmap.Blending.None);
        Color shadow = new Color();
        for (int i = 0; i < island.length; i++) {
            Color.argb8888ToColor(shadow, island[i]);
            float light = (shadow.r + shadow.g + shadow.b) / 3;
            shadow.set(Tone.NIGHT.colour()).lerp(Tone.EDGE.colour(), HINT * light);
            pixmap.drawPixel(i % SIDE, i / SIDE, Color.rgba8888(shadow));
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
        for (int y = 0; y < Explored.SIDE; y++) {
            for (int x = 0; x < Explored.SIDE; x++) {
                if (run.explored().at(x, y)) {
                    square(x * SQUARE, SIDE - (y + 1) * SQUARE);
                }
            }
        }
        texture.draw(pixmap, 0, 0);
    }

    private void square(int left, int top) {
        for (int y = top; y < top + SQUARE; y++) {
            for (int x = left; x < left + SQUARE; x++) {
                pixmap.drawPixel(x, y, Integer.rotateLeft(island[y * SIDE + x], 8));
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
