package latentwilds.game;

import com.badlogic.ashley.core.Engine;
import com.badlogic.ashley.core.Entity;
import com.badlogic.ashley.core.Family;
import com.badlogic.ashley.utils.ImmutableArray;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.World;
import com.badlogic.gdx.utils.Disposable;
import java.util.List;
import java.util.Optional;
import latentwilds.entity.Bestiary;
import latentwilds.entity.Factory;
import latentwilds.entity.component.Creature;
import latentwilds.entity.component.Hero;
import latentwilds.entity.component.Person;
import latentwilds.entity.component.Solid;
import latentwilds.entity.system.CreatureSystem;
import latentwilds.entity.system.HeroSystem;
import latentwilds.entity.system.MotionSystem;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.world.Biome;
import latentwilds.world.BiomeField;
import latentwilds.world.Cell;
import latentwilds.world.Island;
import latentwilds.world.Landmark;
import latentwilds.world.Spawner;
import latentwilds.world.TerrainLatents;
import latentwilds.world.WorldMap;

/**
 * One run of the game: everything that follows from its seed and what the player did. One thread;
 * the owner disposes it. Needs Box2D's natives to be loaded.
 */
public final class Run implements Disposable {
    /** Seconds per step of the simulation. */
    public static final float STEP = 1 / 60f;

    /** Metres from which people can be spoken to. */
    public static final float TALK_REACH = 2.2f;

    private static final int MAX_STEPS = 5;

    private final RunSeed seed;
    private final Island island;
    private final WorldMap map;
    private final TerrainLatents ground;
    private final Bestiary bestiary;
    private final Dialogue dialogue;
    private final Spawner spawner;
    private final World physics = new World(new Vector2(), true);
    private final Engine engine = new Engine();
    private final Inhabitants inhabitants;
    private final Codex codex = new Codex();
    private final Places places;
    private final Sky sky;
    private final Explored explored = new Explored();
    private final Entity hero;
    private float owed;
    private long steps;

    /**
     * Begins a run on an island that is planned now: some tenths of a second.
     *
     * @param seed which world
     */
    public Run(RunSeed seed) {
        this(seed, new Island(new Streams(seed)), new Bestiary(new Streams(seed)));
    }

    /**
     * Begins a run.
     *
     * @param seed which world
     * @param island the plan of that world
     * @param bestiary the species of that world
     */
    public Run(RunSeed seed, Island island, Bestiary bestiary) {
        this.seed = seed;
        this.island = island;
        Streams streams = new Streams(seed);
        map = island.map();
        places = new Places(streams, map);
        ground = new TerrainLatents(streams, island.field());
        this.bestiary = bestiary;
        sky = new Sky(streams);
        spawner = new Spawner(streams, map);
        Factory factory = new Factory(streams, physics, bestiary);
        dialogue = new Dialogue(streams, map, places, bestiary);
        hero = factory.hero(map.start());
        engine.addEntity(hero);
        inhabitants = new Inhabitants(map, spawner, factory, engine, physics);
        engine.addSystem(new HeroSystem());
        engine.addSystem(new CreatureSystem(hero, heroPosition(), map, this::night));
        engine.addSystem(new MotionSystem(physics, map));
        inhabitants.around(heroPosition());
        explored.look(heroPosition());
    }

    /**
     * Lets time pass, in whole steps; a long frame is cut short rather than made up for.
     *
     * @param seconds since the last call; 0 stands still
     * @param steer where the player wants to go, at most length 1
     */
    public void update(float seconds, Vector2 steer) {
        owed = Math.min(owed + seconds, MAX_STEPS * STEP);
        while (owed >= STEP) {
            owed -= STEP;
            step(steer);
        }
    }

    private void step(Vector2 steer) {
        Hero state = hero.getComponent(Hero.class);
        state.steer.set(steer);
        engine.update(STEP);
        steps++;
        inhabitants.around(heroPosition());
        codex.look(heroPosition(), creatures());
        explored.look(heroPosition());
        if (state.health < Hero.MAX_HEALTH && heals()) {
            state.health = Hero.MAX_HEALTH;
        }
        if (state.health <= 0) {
            // Carried back to where the run began.
            state.health = Hero.MAX_HEALTH;
            arrive(map.start());
        }
    }

    /** Wounds close at a shrine. */
    private boolean heals() {
        return heroPlace()
                .flatMap(Place::landmark)
                .filter(Landmark.Kind.SHRINE::equals)
                .isPresent();
    }

    /**
     * How far the time is between the last step and the next, for drawing.
     *
     * @return 0 to 1
     */
    public float betweenSteps() {
        return owed / STEP;
    }

    /**
     * The light of the hour.
     *
     * @return follows from the steps alone
     */
    public Daylight daylight() {
        return Daylight.after(seconds());
    }

    /**
     * Whether it is dark: some creatures sleep then, others wake.
     *
     * @return follows from the steps alone
     */
    public boolean night() {
        return Daylight.night(seconds());
    }

    /**
     * The weather where the hero is.
     *
     * @return follows from the seed, the steps and the place
     */
    public Weather weather() {
        Vector2 at = heroPosition();
        return sky.at(seconds(), island.temperature(at.x, at.y), island.moisture(at.x, at.y));
    }

    /**
     * How long the run is going on.
     *
     * @return seconds of whole steps
     */
    public double seconds() {
        return steps * (double) STEP;
    }

    /**
     * Puts the hero somewhere else at once.
     *
     * @param cell a walkable cell
     */
    public void place(Cell cell) {
        Solid solid = hero.getComponent(Solid.class);
        solid.body.setTransform(cell.x() + 0.5f, cell.y() + 0.5f, 0);
        solid.body.setLinearVelocity(0, 0);
        solid.before.set(solid.body.getPosition());
        inhabitants.around(heroPosition());
    }

    /**
     * Puts the hero somewhere else at once, where nobody is in the way.
     *
     * @param cell a walkable cell; the nearest one is taken that is free
     */
    public void arrive(Cell cell) {
        // Only who lives there already can be in the way.
        place(cell);
        Clearing.near(cell, map, hero, solids()).ifPresent(this::place);
    }

    /**
     * The person near enough to speak to.
     *
     * @return the nearest within {@link #TALK_REACH}
     */
    public Optional<Entity> neighbour() {
        Entity nearest = null;
        float distance = TALK_REACH;
        for (Entity person : people()) {
            float d = person.getComponent(Solid.class).body.getPosition().dst(heroPosition());
            if (d < distance) {
                distance = d;
                nearest = person;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /**
     * The place where the hero stands.
     *
     * @return metres; changes with the next step
     */
    public Vector2 heroPosition() {
        return hero.getComponent(Solid.class).body.getPosition();
    }

    /**
     * The ground under the hero.
     *
     * @return its strongest biome
     */
    public Biome heroBiome() {
        Vector2 at = heroPosition();
        return map.biome((int) Math.floor(at.x), (int) Math.floor(at.y));
    }

    /**
     * The player's figure.
     *
     * @return has {@link Hero} and {@link Solid}
     */
    public Entity hero() {
        return hero;
    }

    /**
     * All that have a place: hero, creatures and people of the chunks around.
     *
     * @return live view
     */
    public ImmutableArray<Entity> solids() {
        return engine.getEntitiesFor(Family.all(Solid.class).get());
    }

    /**
     * Creatures of the chunks around.
     *
     * @return live view
     */
    public ImmutableArray<Entity> creatures() {
        return engine.getEntitiesFor(Family.all(Creature.class).get());
    }

    /**
     * People of the chunks around.
     *
     * @return live view
     */
    public ImmutableArray<Entity> people() {
        return engine.getEntitiesFor(Family.all(Person.class).get());
    }

    /**
     * The people round the start.
     *
     * @return places, always the same for a seed
     */
    public List<Spawner.Spawn> hosts() {
        return spawner.hosts();
    }

    /**
     * Which run.
     *
     * @return its seed
     */
    public RunSeed seed() {
        return seed;
    }

    /**
     * The island's plan.
     *
     * @return immutable
     */
    public Island island() {
        return island;
    }

    /**
     * The island's cells.
     *
     * @return immutable
     */
    public WorldMap map() {
        return map;
    }

    /**
     * The biomes' weights.
     *
     * @return immutable
     */
    public BiomeField field() {
        return island.field();
    }

    /**
     * The ground's latents.
     *
     * @return immutable; any thread
     */
    public TerrainLatents ground() {
        return ground;
    }

    /**
     * The species.
     *
     * @return immutable
     */
    public Bestiary bestiary() {
        return bestiary;
    }

    /**
     * What people say.
     *
     * @return immutable
     */
    public Dialogue dialogue() {
        return dialogue;
    }

    /**
     * What the player has seen.
     *
     * @return grows with the steps
     */
    public Codex codex() {
        return codex;
    }

    /**
     * What the player has seen of the island.
     *
     * @return grows with the steps
     */
    public Explored explored() {
        return explored;
    }

    /**
     * Settlements and landmarks.
     *
     * @return immutable
     */
    public Places places() {
        return places;
    }

    /**
     * The settlement or landmark where the hero is.
     *
     * @return nothing in the wilds
     */
    public Optional<Place> heroPlace() {
        Vector2 at = heroPosition();
        return places.at(new Cell((int) Math.floor(at.x), (int) Math.floor(at.y)));
    }

    @Override
    public void dispose() {
        engine.removeAllEntities();
        physics.dispose();
    }
}
