package latentwilds.screen;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.scenes.scene2d.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What lies over the world, the most important first. A panel that an earlier one would cover or
 * cut is hidden as a whole until there is room again. Render thread.
 */
final class Panels {
    /** A panel and whether it is asked for. */
    private record Panel(Actor actor, BooleanSupplier wanted) {}

    private final List<Panel> panels = new ArrayList<>();

    /** One that gives way to all that were added before. */
    void add(Actor actor, BooleanSupplier wanted) {
        panels.add(new Panel(actor, wanted));
    }

    /**
     * Shows and hides panels, which must be where this frame shows them.
     *
     * @return where those are that are seen, in drawn pixels of the window
     */
    List<Box> arrange() {
        List<Box> seen = new ArrayList<>();
        for (Panel panel : panels) {
            Box box = box(panel.actor);
            boolean visible = panel.wanted.getAsBoolean() && seen.stream().noneMatch(box::meets);
            panel.actor.setVisible(visible);
            if (visible) {
                seen.add(box);
            }
        }
        return seen;
    }

    private static Box box(Actor actor) {
        Vector2 corner = actor.localToStageCoordinates(new Vector2());
        int left = (int) Math.floor(corner.x);
        int bottom = (int) Math.floor(corner.y);
        return new Box(
                left,
                bottom,
                (int) Math.ceil(corner.x + actor.getScaleX() * actor.getWidth()) - left,
                (int) Math.ceil(corner.y + actor.getScaleY() * actor.getHeight()) - bottom);
    }
}
