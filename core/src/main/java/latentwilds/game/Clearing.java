package latentwilds.game;

import com.badlogic.ashley.core.Entity;
import com.badlogic.gdx.math.Vector2;
import java.util.Optional;
import java.util.function.Predicate;
import latentwilds.entity.component.Look;
import latentwilds.entity.component.Solid;
import latentwilds.world.Biome;
import latentwilds.world.Cell;
import latentwilds.world.WorldMap;

/** Where somebody can be put without standing in another's picture. Plain arithmetic. */
final class Clearing {
    /** Metres within which the same ground is looked for. */
    private static final double FAR = 10;

    private Clearing() {}

    /**
     * The nearest cell with room: on the same ground if that is not far, else on any.
     *
     * @param wanted where to begin
     * @param who needs no room from himself
     * @param all who are there, himself among them or not
     * @return nothing where all reachable land is taken
     */
    static Optional<Cell> near(Cell wanted, WorldMap map, Entity who, Iterable<Entity> all) {
        Biome ground = map.biome(wanted.x(), wanted.y());
        Predicate<Cell> room = c -> map.reachable(c.x(), c.y()) && free(c, who, all);
        Predicate<Cell> same = c -> map.biome(c.x(), c.y()) == ground;
        return map.nearest(wanted, c -> c.distance(wanted) > FAR || same.test(c) && room.test(c))
                .filter(c -> c.distance(wanted) <= FAR)
                .or(() -> map.nearest(wanted, room));
    }

    private static boolean free(Cell cell, Entity who, Iterable<Entity> all) {
        for (Entity other : all) {
            Vector2 at = other.getComponent(Solid.class).body.getPosition();
            if (other != who && at.dst(cell.x() + 0.5f, cell.y() + 0.5f) < Look.ROOM) {
                return false;
            }
        }
        return true;
    }
}
