package latentwilds.entity;

import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.ChainShape;
import com.badlogic.gdx.physics.box2d.CircleShape;
import com.badlogic.gdx.physics.box2d.FixtureDef;
import com.badlogic.gdx.physics.box2d.World;
import java.util.List;
import latentwilds.world.Walls;

/**
 * Makes Box2D bodies: metres, y to the north, no gravity. The physics world owns what is made here.
 * Never called inside a physics step.
 */
public final class Bodies {
    private static final short WALL = 1;
    private static final short HERO = 2;
    private static final short CREATURE = 4;
    private static final short PERSON = 8;
    private static final float CREATURE_RADIUS = 0.42f;
    private static final float HERO_RADIUS = 0.36f;
    private static final float PERSON_RADIUS = 0.5f;

    private Bodies() {}

    static Body hero(World world, float x, float y) {
        return round(
                world,
                BodyDef.BodyType.DynamicBody,
                x,
                y,
                HERO_RADIUS,
                HERO,
                (short) (WALL | PERSON | CREATURE));
    }

    /** One as large as a person has size 1. */
    static Body creature(World world, float x, float y, float size) {
        return round(
                world,
                BodyDef.BodyType.DynamicBody,
                x,
                y,
                CREATURE_RADIUS * size,
                CREATURE,
                (short) (WALL | HERO | CREATURE | PERSON));
    }

    static Body person(World world, float x, float y) {
        return round(
                world,
                BodyDef.BodyType.StaticBody,
                x,
                y,
                PERSON_RADIUS,
                PERSON,
                (short) (HERO | CREATURE));
    }

    private static Body round(
            World world,
            BodyDef.BodyType type,
            float x,
            float y,
            float radius,
            short category,
            short mask) {
        BodyDef def = new BodyDef();
        def.type = type;
        def.position.set(x, y);
        def.fixedRotation = true;
        Body body = world.createBody(def);
        CircleShape shape = new CircleShape();
        try {
            shape.setRadius(radius);
            FixtureDef fixture = new FixtureDef();
            fixture.shape = shape;
            fixture.density = 1;
            fixture.friction = 0;
            fixture.filter.categoryBits = category;
            fixture.filter.maskBits = mask;
            body.createFixture(fixture);
        } finally {
            shape.dispose();
        }
        return body;
    }

    /**
     * What stops bodies in a chunk.
     *
     * @param world the run's physics
     * @param chains borders of water, lava and cliffs, metres
     * @return one static body with a chain per border
     */
    public static Body walls(World world, List<Walls.Chain> chains) {
        Body body = world.createBody(new BodyDef());
        for (Walls.Chain chain : chains) {
            ChainShape shape = new ChainShape();
            try {
                if (chain.loop()) {
                    shape.createLoop(chain.points());
                } else {
                    shape.createChain(chain.points());
                    // With what comes before and after, nothing snags where chunks meet.
                    shape.setPrevVertex(chain.before()[0], chain.before()[1]);
                    shape.setNextVertex(chain.after()[0], chain.after()[1]);
                }
                FixtureDef fixture = new FixtureDef();
                fixture.shape = shape;
                fixture.friction = 0;
                fixture.filter.categoryBits = WALL;
                body.createFixture(fixture);
            } finally {
                shape.dispose();
            }
        }
        return body;
    }
}
