package latentwilds.entity.system;

import com.badlogic.ashley.core.Entity;
import com.badlogic.ashley.core.Family;
import com.badlogic.ashley.utils.ImmutableArray;
import com.badlogic.gdx.math.Vector2;
import latentwilds.entity.component.Look;
import latentwilds.entity.component.Solid;

/**
 * Who stands too near to whom: separation as in Reynolds' steering behaviours (1999), by the drawn
 * size. Bodies are smaller than sprites, so that physics alone lets pictures overlap. One thread.
 */
final class Company {
    /** Who needs room: all that have a place. */
    static final Family FAMILY = Family.all(Solid.class).get();

    private Entity[] entities = {};
    private float[] x = {};
    private float[] y = {};
    private float[] sizes = {};
    private int count;

    /** Notes where everybody is. */
    void gather(ImmutableArray<Entity> all) {
        count = all.size();
        if (x.length < count) {
            entities = new Entity[2 * count];
            x = new float[2 * count];
            y = new float[2 * count];
            sizes = new float[2 * count];
        }
        for (int i = 0; i < count; i++) {
            Vector2 at = all.get(i).getComponent(Solid.class).body.getPosition();
            entities[i] = all.get(i);
            x[i] = at.x;
            y[i] = at.y;
            sizes[i] = size(all.get(i));
        }
    }

    /**
     * Away from all who are too near, the stronger the nearer.
     *
     * @param entity who asks
     * @param ignored whom it does not mind; null for nobody
     * @param out the direction, about 0 to 1 per neighbour
     */
    void aside(Entity entity, Entity ignored, Vector2 out) {
        out.setZero();
        float size = size(entity);
        Vector2 here = entity.getComponent(Solid.class).body.getPosition();
        for (int i = 0; i < count; i++) {
            float dx = here.x - x[i];
            float dy = here.y - y[i];
            float distance2 = dx * dx + dy * dy;
            float room = Look.ROOM * (size + sizes[i]) / 2;
            boolean near = distance2 < room * room && distance2 > 0;
            if (near && entities[i] != entity && entities[i] != ignored) {
                float distance = (float) Math.sqrt(distance2);
                out.add(
                        dx / distance * (room - distance) / room * 2,
                        dy / distance * (room - distance) / room * 2);
            }
        }
    }

    /** How large one is drawn, 1 for most. */
    private static float size(Entity entity) {
        Look look = entity.getComponent(Look.class);
        return look == null ? 1 : look.size;
    }
}
