package latentwilds.screen;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.Touchable;
import com.badlogic.gdx.scenes.scene2d.ui.Image;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import latentwilds.game.Run;

/** M: the island as far as it is explored, over the world, which waits meanwhile. */
final class MapPanel {
    /** Drawn pixels from the chart to the edge of the window, frame and all. */
    private static final int EDGE = 4;

    private static final float SHADE = 0.5f;

    private final Table table;
    private final Image shade;
    private final ChartView view;
    private boolean open;

    MapPanel(LatentWilds game, Run run, Chart chart) {
        table = new Table(game.theme().skin());
        table.setBackground(game.theme().drawable("panel"));
        view = ChartView.island(game, run, chart);
        table.add(view).pad(1);
        Color night = Tone.NIGHT.colour();
        shade = new Image(game.theme().white());
        shade.setColor(night.r, night.g, night.b, SHADE);
        shade.setFillParent(true);
        shade.setTouchable(Touchable.disabled);
    }

    /** Darkens the world while the map is open; below all panels. */
    Actor shade() {
        return shade;
    }

    Actor actor() {
        return table;
    }

    boolean open() {
        return open;
    }

    void toggle() {
        open = !open;
    }

    /** Keeps to the middle of a window of this size, and fills what it can of it. */
    void update(float width, float height) {
        shade.setVisible(open);
        view.fit((int) Math.min(width, height) - 2 * EDGE);
        table.pack();
        table.setPosition(
                (float) Math.floor((width - table.getWidth()) / 2),
                (float) Math.floor((height - table.getHeight()) / 2));
    }
}
