package latentwilds.screen;

import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import latentwilds.game.Run;

/** M: the island as far as it is explored, over the world, which waits meanwhile. */
final class MapPanel {
    /** Drawn pixels: islands keep away from the edge of the chart. */
    private static final int SIDE = 224;

    private final Table table;

    MapPanel(LatentWilds game, Run run, Chart chart) {
        table = new Table(game.theme().skin());
        table.setBackground(game.theme().drawable("panel"));
        table.add(new ChartView(game, run, chart, SIDE, true)).pad(1);
        table.pack();
        table.setVisible(false);
    }

    Actor actor() {
        return table;
    }

    boolean open() {
        return table.isVisible();
    }

    void toggle() {
        table.setVisible(!table.isVisible());
    }

    /** Keeps to the middle of a window of this size. */
    void update(float width, float height) {
        table.setPosition(
                (float) Math.floor((width - table.getWidth()) / 2),
                (float) Math.floor((height - table.getHeight()) / 2));
    }
}
