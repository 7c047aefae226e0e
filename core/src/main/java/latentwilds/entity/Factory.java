package latentwilds.entity;

import com.badlogic.ashley.core.Entity;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.World;
import java.util.ArrayList;
import java.util.List;
import latentwilds.entity.component.Creature;
import latentwilds.entity.component.Hero;
import latentwilds.entity.component.Look;
import latentwilds.entity.component.Person;
import latentwilds.entity.component.Solid;
import latentwilds.seed.RandomStream;
import latentwilds.seed.Streams;
import latentwilds.world.Cell;
import latentwilds.world.ChunkPlace;
import latentwilds.world.Spawner;

/** Makes entities: a mind, a look and a body each. */
public final class Factory {
    /** Share of chunks in which a herd lives, if the species is one that does. */
    private static final double HERDS = 0.6;

    private static final int SMALLEST_HERD = 3;

    /** How much larger than others an elder is: a whole number of screen pixels at three each. */
    private static final float ELDER = 4 / 3f;

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
     * A chunk's creatures: of species that live where they stand, or a herd. A herd is led by its
     * elder, which looks as its species does at its purest: the centre of its latents.
     *
     * @param place the chunk
     * @param spawns who and where
     * @return a new entity each
     */
    public List<Entity> creatures(ChunkPlace place, List<Spawner.Spawn> spawns) {
        RandomStream random = streams.stream("creature.herd", place.x(), place.y());
        boolean herd = random.nextDouble() < HERDS && spawns.size() >= SMALLEST_HERD;
        Spawner.Spawn first = herd ? spawns.get(0) : null;
        Species kind = herd ? random.pick(bestiary.natives(first.biome())) : null;
        long number = streams.hash("creature.herd.id", place.x(), place.y()) | 1;
        List<Entity> entities = new ArrayList<>();
        for (Spawner.Spawn spawn : spawns) {
            boolean member = herd && kind.herding() && spawn.biome() == first.biome();
            entities.add(
                    creature(
                            spawn,
                            member ? kind : resident(spawn),
                            member ? number : 0,
                            member && spawn == first));
        }
        return entities;
    }

    private Species resident(Spawner.Spawn spawn) {
        return streams.stream("creature.species", spawn.id()).pick(bestiary.natives(spawn.biome()));
    }

    private Entity creature(Spawner.Spawn spawn, Species species, long herd, boolean elder) {
        Vector2 home = new Vector2(spawn.cell().x() + 0.5f, spawn.cell().y() + 0.5f);
        RandomStream mind = streams.stream("creature.mind", spawn.id());
        Creature creature = new Creature(species, spawn.id(), herd, elder, home, mind);
        float size = species.stature().size();
        Solid solid = new Solid(Bodies.creature(physics, home.x, home.y, size));
        solid.facing = creature.random.nextBoolean() ? 1 : -1;
        Look look =
                elder
                        ? new Look(species.look(), size * ELDER)
                        : new Look(species.look().individual(spawn.id()), size);
        return new Entity().add(creature).add(look).add(solid);
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
