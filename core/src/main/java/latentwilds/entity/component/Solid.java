package latentwilds.entity.component;

import com.badlogic.ashley.core.Component;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;

/** A place in the world: a Box2D body, owned by the run's physics world, in metres. */
public final class Solid implements Component {
    /** The body; its position is the feet. */
    public final Body body;

    /** Where it wants to go: metres per second, before the ground slows it. */
    public final Vector2 wish = new Vector2();

    /** Position before the last physics step, for drawing between steps. */
    public final Vector2 before = new Vector2();

    /** -1 when it looks to the west, 1 to the east. */
    public int facing = 1;

    /** Metres walked, for the gait. */
    public float walked;

    /**
     * A body's component.
     *
     * @param body in the run's physics world
     */
    public Solid(Body body) {
        this.body = body;
        before.set(body.getPosition());
    }
}
