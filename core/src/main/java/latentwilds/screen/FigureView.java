package latentwilds.screen;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws one figure on its feet: on firm ground with a shadow, which is the sprite itself lying
 * there; in water sunk into it, with rings round it. All at whole screen pixels. Render thread.
 */
final class FigureView {
    private static final float SHADOW = 0.38f;
    private static final float SHADOW_HEIGHT = 0.28f;

    /** Height of who sleeps, of who stands. */
    private static final float LOW = 2 / 3f;

    /** Rings that are under way at a time, and how wide they begin and end. */
    private static final int RINGS = 2;

    private static final int NARROWEST = 5;
    private static final int WIDEST = 13;
    private static final float RING = 0.7f;

    /** How many rings begin in a second and with every metre walked. */
    private static final double RINGS_PER_SECOND = 0.5;

    private static final double RINGS_PER_METRE = 0.5;

    /**
     * How a figure holds itself.
     *
     * @param size of its pixels, in drawn pixels
     * @param facing -1 when it looks to the west, 1 to the east
     * @param lifted whether it is in the middle of a step
     * @param asleep whether it lies low
     * @param tint what its colours are multiplied by
     * @param walked metres
     */
    record Pose(float size, int facing, boolean lifted, boolean asleep, Color tint, float walked) {}

    private final TextureRegion white;
    private final Color foam;
    private final List<Ripple> ripples =
            IntStream.rangeClosed(NARROWEST, WIDEST).mapToObj(Ripple::of).toList();
    private int scale = 1;
    private double seconds;

    /**
     * Draws nothing yet.
     *
     * @param white one white pixel
     * @param foam the colour of rings
     */
    FigureView(TextureRegion white, Color foam) {
        this.white = white;
        this.foam = foam;
    }

    /**
     * What all figures of a frame share.
     *
     * @param scale screen pixels per drawn pixel
     * @param seconds of the run
     */
    void frame(int scale, double seconds) {
        this.scale = scale;
        this.seconds = seconds;
    }

    /**
     * Draws a figure. The batch draws in pixels of the world.
     *
     * @param sprite feet on its bottom row
     * @param x of its middle
     * @param y of its feet
     */
    void draw(SpriteBatch batch, TextureRegion sprite, Pose pose, Wading still, float x, float y) {
        float width = pose.size * sprite.getRegionWidth();
        float height = pose.size * sprite.getRegionHeight();
        float left = snap(x - width / 2f);
        float surface = snap(y);
        Wading wading = pose.lifted ? still.lifted() : still;
        float hop = pose.lifted && still.rows() == 0 ? 1 : 0;
        float west = pose.facing > 0 ? left : left + width;
        float east = pose.facing * width;
        if (still.shadow() > 0) {
            batch.setColor(0, 0, 0, SHADOW * still.shadow());
            batch.draw(sprite, west + 2, surface + 2, east, -snap(height * SHADOW_HEIGHT) + 2);
        }
        if (pose.asleep) {
            height = snap(LOW * height);
        }
        float middle = left + snap(width / 2);
        rings(batch, still, pose, middle, surface, true);
        batch.setColor(pose.tint);
        if (wading.rows() == 0) {
            batch.draw(sprite, west, surface + hop, east, height);
        } else {
            wade(batch, sprite, wading, pose.tint, west, surface, east, height);
        }
        rings(batch, still, pose, middle, surface, false);
    }

    /** What is above the surface as it is, then row by row what is seen below. */
    private void wade(
            SpriteBatch batch,
            TextureRegion sprite,
            Wading wading,
            Color tint,
            float west,
            float surface,
            float east,
            float height) {
        int all = sprite.getRegionHeight();
        float bottom = surface - snap(wading.rows() * height / all);
        float line = sprite.getV2() + (sprite.getV() - sprite.getV2()) * wading.rows() / all;
        batch.draw(
                sprite.getTexture(),
                west,
                surface,
                east,
                bottom + height - surface,
                sprite.getU(),
                line,
                sprite.getU2(),
                sprite.getV());
        for (int row = 0; row < wading.rows(); row++) {
            batch.setColor(tint.r, tint.g, tint.b, tint.a * wading.seen(row));
            float from = snap(bottom + row * height / all);
            float to = snap(bottom + (row + 1) * height / all);
            float rise = (sprite.getV() - sprite.getV2()) / all;
            batch.draw(
                    sprite.getTexture(),
                    west,
                    from,
                    east,
                    to - from,
                    sprite.getU(),
                    sprite.getV2() + rise * row,
                    sprite.getU2(),
                    sprite.getV2() + rise * (row + 1));
        }
    }

    /** One half of the rings lies behind the figure, the other before it. */
    private void rings(
            SpriteBatch batch,
            Wading wading,
            Pose pose,
            float middle,
            float surface,
            boolean behind) {
        if (wading.rows() == 0) {
            return;
        }
        double begun = RINGS_PER_SECOND * seconds + RINGS_PER_METRE * pose.walked;
        for (int i = 0; i < RINGS; i++) {
            float age = (float) ((begun + i) / RINGS % 1);
            float widest = WIDEST * Math.min(1, pose.size);
            Ripple ripple = ripples.get(Math.round(age * (widest - NARROWEST)));
            batch.setColor(foam.r, foam.g, foam.b, RING * wading.clarity() * (1 - age));
            for (Ripple.Span span : ripple.spans()) {
                if (span.row() > 0 == behind) {
                    batch.draw(white, middle + span.left(), surface + span.row(), span.length(), 1);
                }
            }
        }
    }

    private float snap(float value) {
        return Math.round(value * scale) / (float) scale;
    }
}
