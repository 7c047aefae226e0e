package latentwilds.entity.system;

import com.badlogic.ashley.core.Entity;
import com.badlogic.gdx.math.Vector2;
import java.util.HashMap;
import java.util.Map;
import latentwilds.entity.component.Creature;
import latentwilds.entity.component.Creature.Mood;
import latentwilds.entity.component.Solid;

/**
 * Who moves with whom: cohesion as in Reynolds' boids (1987), round an elder who chooses the way;
 * separation is everybody's ({@link Company}). What one of a herd notices, all know. One thread.
 */
final class Herds {
    /** Metres from the elder within which one grazes on. */
    private static final float NEAR = 4;

    /** Metres from which a straggler hurries. */
    private static final float FAR = 6.5f;

    /** A herd as it is now. */
    private static final class Herd {
        final Vector2 middle = new Vector2();
        final Vector2 elder = new Vector2();
        boolean led;
        int count;
        Mood alarm = Mood.REST;
    }

    private final Map<Long, Herd> herds = new HashMap<>();

    /** Notes where every herd is and whether it is alarmed. */
    void gather(Iterable<Entity> creatures) {
        herds.clear();
        for (Entity entity : creatures) {
            Creature creature = entity.getComponent(Creature.class);
            if (creature.herd == 0) {
                continue;
            }
            Herd herd = herds.computeIfAbsent(creature.herd, h -> new Herd());
            Vector2 at = entity.getComponent(Solid.class).body.getPosition();
            herd.middle.add(at);
            herd.count++;
            if (creature.elder) {
                herd.elder.set(at);
                herd.led = true;
            }
            if (creature.mood == Mood.CHASE || creature.mood == Mood.FLEE) {
                herd.alarm = creature.mood;
            }
        }
        herds.values().forEach(h -> h.middle.scl(1f / h.count));
    }

    /** What the herd does about the hero; {@link Mood#REST} for nothing, or without a herd. */
    Mood alarm(Creature creature) {
        Herd herd = herds.get(creature.herd);
        return herd == null ? Mood.REST : herd.alarm;
    }

    /**
     * Where a herd draws one of its own.
     *
     * @param here metres
     * @param out a direction of length 0 (content) to 1 (far behind)
     */
    void pull(Creature creature, Vector2 here, Vector2 out) {
        out.setZero();
        Herd herd = herds.get(creature.herd);
        if (herd == null || creature.elder) {
            return;
        }
        out.set(herd.led ? herd.elder : herd.middle).sub(here);
        float distance = out.len();
        if (distance < NEAR) {
            out.setZero();
        } else {
            out.nor().scl(Math.min(1, 0.4f + 0.6f * (distance - NEAR) / (FAR - NEAR)));
        }
    }
}
