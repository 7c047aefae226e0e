package latentwilds.screen;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.Batch;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.GlyphLayout;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.scenes.scene2d.ui.Widget;
import latentwilds.game.Explored;
import latentwilds.game.Run;
import latentwilds.world.Cell;
import latentwilds.world.Settlement;

/** A window onto the {@link Chart}: round the hero, or most of the island with names on it. */
final class ChartView extends Widget {
    private static final int MARK = 3;
    private static final int NAME_GAP = 2;

    private final LatentWilds game;
    private final Run run;
    private final Chart chart;
    private final int side;
    private final boolean whole;
    private final int shrink;
    private final GlyphLayout layout = new GlyphLayout();

    /**
     * Makes a window.
     *
     * @param side drawn pixels
     * @param whole whether it shows the island's middle and names, rather than the hero's place
     */
    ChartView(LatentWilds game, Run run, Chart chart, int side, boolean whole) {
        this.game = game;
        this.run = run;
        this.chart = chart;
        this.side = side;
        this.whole = whole;
        shrink = whole ? 2 : 1;
    }

    @Override
    public float getPrefWidth() {
        return side;
    }

    @Override
    public float getPrefHeight() {
        return side;
    }

    @Override
    public void draw(Batch batch, float parentAlpha) {
        validate();
        Vector2 hero = run.heroPosition();
        int reach = side * shrink;
        int left = inside((whole ? Chart.SIDE / 2 : pixel(hero.x)) - reach / 2);
        int bottom = inside((whole ? Chart.SIDE / 2 : pixel(hero.y)) - reach / 2);
        float x = (float) Math.floor(getX());
        float y = (float) Math.floor(getY());
        batch.setColor(Color.WHITE);
        batch.draw(chart.part(left, bottom, reach, reach), x, y, side, side);
        for (Settlement settlement : run.map().settlements()) {
            Cell cell = settlement.cell();
            int atX = (pixel(cell.x()) - left) / shrink;
            int atY = (pixel(cell.y()) - bottom) / shrink;
            boolean known =
                    run.explored().at(cell.x() / Explored.SQUARE, cell.y() / Explored.SQUARE);
            mark(batch, known ? Tone.TEXT : Tone.EDGE, x, y, atX, atY);
            if (whole && known) {
                name(batch, run.name(settlement), x, y, atX, atY);
            }
        }
        int atX = (pixel(hero.x) - left) / shrink;
        int atY = (pixel(hero.y) - bottom) / shrink;
        mark(batch, Tone.ACCENT, x, y, atX, atY);
        batch.setColor(Color.WHITE);
    }

    private static int pixel(float cells) {
        return (int) cells / Chart.CELLS;
    }

    private int inside(int edge) {
        return Math.max(0, Math.min(Chart.SIDE - side * shrink, edge));
    }

    private void mark(Batch batch, Tone tone, float x, float y, int atX, int atY) {
        if (atX < 2 || atY < 2 || atX >= side - 2 || atY >= side - 2) {
            return;
        }
        batch.setColor(Tone.NIGHT.colour());
        batch.draw(game.theme().white(), x + atX - 2, y + atY - 2, MARK + 2, MARK + 2);
        batch.setColor(tone.colour());
        batch.draw(game.theme().white(), x + atX - 1, y + atY - 1, MARK, MARK);
    }

    private void name(Batch batch, String name, float x, float y, int atX, int atY) {
        BitmapFont font = game.theme().skin().getFont("small");
        layout.setText(font, name);
        // Centred below the mark, and not beyond the window.
        float left = Math.round(atX - layout.width / 2);
        left = x + Math.max(1, Math.min(side - layout.width - 1, left));
        float top = y + atY - MARK - NAME_GAP;
        Color night = Tone.NIGHT.colour();
        batch.setColor(night.r, night.g, night.b, 0.6f);
        batch.draw(
                game.theme().white(),
                left - 1,
                top - layout.height - 1,
                layout.width + 2,
                layout.height + 2);
        batch.setColor(Color.WHITE);
        font.setColor(Tone.TEXT.colour());
        font.draw(batch, layout, left, top);
    }
}
