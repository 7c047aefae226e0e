package latentwilds.entity.system;

import com.badlogic.ashley.core.ComponentMapper;
import com.badlogic.ashley.core.Entity;
import com.badlogic.ashley.core.Family;
import com.badlogic.ashley.systems.IteratingSystem;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.World;
import latentwilds.entity.component.Solid;
import latentwilds.world.Biome;
import latentwilds.world.WorldMap;

/** Gives bodies the velocity that they wish for and the ground allows, and steps the physics. */
public final class MotionSystem extends IteratingSystem {
    private static final int VELOCITY_ITERATIONS = 6;
    private static final int POSITION_ITERATIONS = 2;
    private static final float INERTIA = 0.25f;
    private static final float MOVING = 0.15f;

    private final ComponentMapper<Solid> solids = ComponentMapper.getFor(Solid.class);
    private final World physics;
    private final WorldMap map;
    private final Vector2 velocity = new Vector2();

    /**
     * Makes the system.
     *
     * @param physics the run's, no gravity
     * @param map gives the speed of the ground
     */
    public MotionSystem(World physics, WorldMap map) {
        super(Family.all(Solid.class).get());
        this.physics = physics;
        this.map = map;
    }

    @Override
    public void update(float seconds) {
        super.update(seconds);
        physics.step(seconds, VELOCITY_ITERATIONS, POSITION_ITERATIONS);
        for (Entity entity : getEntities()) {
            Solid solid = solids.get(entity);
            solid.walked += solid.before.dst(solid.body.getPosition());
        }
    }

    @Override
    protected void processEntity(Entity entity, float seconds) {
        Solid solid = solids.get(entity);
        Vector2 here = solid.body.getPosition();
        solid.before.set(here);
        Biome ground = map.biome((int) Math.floor(here.x), (int) Math.floor(here.y));
        // A body pushed onto the edge of water still gets away from there.
        float speed = ground.walkable() ? (float) ground.speed() : 0.5f;
        velocity.set(solid.wish).scl(speed);
        velocity.lerp(solid.body.getLinearVelocity(), INERTIA);
        solid.body.setLinearVelocity(velocity);
        if (Math.abs(solid.wish.x) > MOVING) {
            solid.facing = solid.wish.x > 0 ? 1 : -1;
        }
    }
}
