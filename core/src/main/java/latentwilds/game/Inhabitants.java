package latentwilds.game;

import com.badlogic.ashley.core.Engine;
import com.badlogic.ashley.core.Entity;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import latentwilds.entity.Bodies;
import latentwilds.entity.Factory;
import latentwilds.entity.component.Solid;
import latentwilds.world.ChunkPlace;
import latentwilds.world.Spawner;
import latentwilds.world.Walls;
import latentwilds.world.WorldMap;

/**
 * Keeps walls, creatures and people of the chunks around the hero, and only those. Called between
 * physics steps, never inside one.
 */
final class Inhabitants {
    /** Chunks in each direction that live; one more is kept so that a border does not flicker. */
    static final int REACH = 2;

    private record Settled(Body walls, List<Entity> entities) {}

    private final WorldMap map;
    private final Spawner spawner;
    private final Factory factory;
    private final Engine engine;
    private final World physics;
    private final Map<ChunkPlace, Settled> chunks = new HashMap<>();

    /** Traced on other threads, a chunk ahead of where they are needed. */
    private final Map<ChunkPlace, CompletableFuture<List<Walls.Chain>>> traced = new HashMap<>();

    private ChunkPlace centre;

    Inhabitants(WorldMap map, Spawner spawner, Factory factory, Engine engine, World physics) {
        this.map = map;
        this.spawner = spawner;
        this.factory = factory;
        this.engine = engine;
        this.physics = physics;
    }

    void around(Vector2 at) {
        ChunkPlace now = ChunkPlace.of(at.x, at.y);
        if (now.equals(centre)) {
            return;
        }
        centre = now;
        traced.keySet().removeIf(place -> distance(place, now) > REACH + 2);
        for (int y = now.y() - REACH - 1; y <= now.y() + REACH + 1; y++) {
            for (int x = now.x() - REACH - 1; x <= now.x() + REACH + 1; x++) {
                trace(new ChunkPlace(x, y));
            }
        }
        for (int y = now.y() - REACH; y <= now.y() + REACH; y++) {
            for (int x = now.x() - REACH; x <= now.x() + REACH; x++) {
                chunks.computeIfAbsent(new ChunkPlace(x, y), this::settle);
            }
        }
        for (Iterator<Map.Entry<ChunkPlace, Settled>> all = chunks.entrySet().iterator();
                all.hasNext(); ) {
            Map.Entry<ChunkPlace, Settled> chunk = all.next();
            if (distance(chunk.getKey(), now) > REACH + 1) {
                clear(chunk.getValue());
                all.remove();
            }
        }
    }

    private static int distance(ChunkPlace a, ChunkPlace b) {
        return Math.max(Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y()));
    }

    private CompletableFuture<List<Walls.Chain>> trace(ChunkPlace chunk) {
        return traced.computeIfAbsent(
                chunk,
                place -> CompletableFuture.supplyAsync(() -> Walls.of(map::walkable, place)));
    }

    private Settled settle(ChunkPlace place) {
        List<Entity> entities = new ArrayList<>(factory.creatures(place, spawner.creatures(place)));
        spawner.people(place).forEach(s -> entities.add(factory.person(s)));
        entities.forEach(engine::addEntity);
        return new Settled(Bodies.walls(physics, trace(place).join()), entities);
    }

    private void clear(Settled chunk) {
        physics.destroyBody(chunk.walls);
        for (Entity entity : chunk.entities) {
            physics.destroyBody(entity.getComponent(Solid.class).body);
            engine.removeEntity(entity);
        }
    }
}
