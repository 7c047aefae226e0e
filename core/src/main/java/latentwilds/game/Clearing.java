package latentwilds.game;

import com.badlogic.ashley.core.Entity;
import com.badlogic.gdx.math.Vector2;
import java.util.Optional;
import latentwilds.entity.component.Solid;
import latentwilds.world.Cell;
import latentwilds.world.WorldMap;

/** Where somebody can be put without standing in another's picture. Plain arithmetic. */
final class Clearing {
    /** Metres between two feet from which on pictures hardly overlap. */
    static final float ROOM = 2.3f;

    private Clearing() {}

    /**
     * The nearest cell with room.
     *
     * @param wanted where to begin
     * @param who needs no room from himself
     * @param all who are there, himself among them or not
     * @return nothing where all reachable land is taken
     */
    static Optional<Cell> near(Cell wanted, WorldMap map, Entity who, Iterable<Entity> all) {
        return map.nearest(
                wanted, cell -> map.reachable(cell.x(), cell.y()) && free(cell, who, all));
    }

    private static boolean free(Cell cell, Entity who, Iterable<Entity> all) {
        for (Entity other : all) {
            Vector2 at = other.getComponent(Solid.class).body.getPosition();
            if (other != who && at.dst(cell.x() + 0.5f, cell.y() + 0.5f) < ROOM) {
                return false;
            }
        }
        return true;
    }
}
