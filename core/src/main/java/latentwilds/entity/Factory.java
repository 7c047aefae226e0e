package latentwilds.entity;

import com.badlogic.ashley.core.Entity;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.World;
import latentwilds.entity.component.Creature;
import latentwilds.entity.component.Hero;
import latentwilds.entity.component.Look;
import latentwilds.entity.component.Person;
import latentwilds.entity.component.Solid;
import latentwilds.seed.Streams;
import latentwilds.world.Cell;
import latentwilds.world.Spawner;

/** Makes entities: a mind, a look and a body each. */
public final class Factory {
    private final Streams streams;
    private final World physics;
    private final Bestiary bestiary;

    /**
     * The factory of a run.
     *
     * @param streams of the run
     * @param physics owns the bodies
     * @param bestiary of the run
     */
    public Factory(Streams streams, World physics, Bestiary bestiary) {
        this.streams = streams;
        this.physics = physics;
        this.bestiary = bestiary;
    }

    /**
     * The one whom the player moves.
     *
     * @param cell where it stands
     * @return a new entity
     */
    public Entity hero(Cell cell) {
        Character character = Character.draw(0, streams.stream("hero"));
        return new Entity()
                .add(new Hero(character))
                .add(new Look(character.figure()))
                .add(new Solid(Bodies.hero(physics, cell.x() + 0.5f, cell.y() + 0.5f)));
    }

    /**
     * One of the species that live where it stands.
     *
     * @param spawn who and where
     * @return a new entity
     */
    public Entity creature(Spawner.Spawn spawn) {
        Species species =
                streams.stream("creature.species", spawn.id())
                        .pick(bestiary.natives(spawn.biome()));
        Vector2 home = new Vector2(spawn.cell().x() + 0.5f, spawn.cell().y() + 0.5f);
        Creature creature =
                new Creature(
                        species, spawn.id(), home, streams.stream("creature.mind", spawn.id()));
        Solid solid = new Solid(Bodies.creature(physics, home.x, home.y));
        solid.facing = creature.random.nextBoolean() ? 1 : -1;
        return new Entity()
                .add(creature)
                .add(new Look(species.look().individual(spawn.id())))
                .add(solid);
    }

    /**
     * Somebody to talk to.
     *
     * @param spawn who and where
     * @return a new entity
     */
    public Entity person(Spawner.Spawn spawn) {
        Character character = Character.draw(spawn.id(), streams.stream("person", spawn.id()));
        // People stay where they are, so their outline suits that ground.
        return new Entity()
                .add(new Person(character))
                .add(new Look(character.figure().with(Bestiary.GROUND, spawn.biome().label())))
                .add(
                        new Solid(
                                Bodies.person(
                                        physics,
                                        spawn.cell().x() + 0.5f,
                                        spawn.cell().y() + 0.5f)));
    }
}
