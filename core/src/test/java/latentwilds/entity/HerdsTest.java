package latentwilds.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.ashley.core.Engine;
import com.badlogic.ashley.core.Entity;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Box2D;
import com.badlogic.gdx.physics.box2d.World;
import com.badlogic.gdx.utils.GdxNativesLoader;
import java.util.ArrayList;
import java.util.List;
import latentwilds.entity.component.Creature;
import latentwilds.entity.component.Creature.Mood;
import latentwilds.entity.component.Hero;
import latentwilds.entity.component.Look;
import latentwilds.entity.component.Solid;
import latentwilds.entity.system.CreatureSystem;
import latentwilds.entity.system.MotionSystem;
import latentwilds.latent.LatentId;
import latentwilds.seed.RandomStream;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.world.Biome;
import latentwilds.world.Cell;
import latentwilds.world.ChunkPlace;
import latentwilds.world.Island;
import latentwilds.world.Spawner;
import latentwilds.world.WorldMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HerdsTest {
    private static final float STEP = 1 / 60f;
    private static final int SECOND = 60;

    private final Streams streams = new Streams(new RunSeed(26));
    private final WorldMap map = new Island(streams).map();
    private final List<World> worlds = new ArrayList<>();
    private final List<Entity> creatures = new ArrayList<>();

    /** One kind of ground on all sides, far from the start. */
    private final Cell field =
            map.nearest(
                            new Cell(map.start().x() + 60, map.start().y()),
                            c -> map.reachable(c.x(), c.y()) && open(c))
                    .orElseThrow();

    private Engine engine;
    private World physics;
    private Entity hero;
    private boolean night;

    @BeforeAll
    static void loadNatives() {
        GdxNativesLoader.load();
        Box2D.init();
    }

    @AfterEach
    void dispose() {
        worlds.forEach(World::dispose);
        worlds.clear();
        creatures.clear();
        night = false;
    }

    private boolean open(Cell cell) {
        Biome biome = map.biome(cell.x(), cell.y());
        for (int dy = -14; dy <= 14; dy++) {
            for (int dx = -14; dx <= 14; dx++) {
                int x = cell.x() + dx;
                int y = cell.y() + dy;
                if (!map.walkable(x, y) || biome.built() || map.biome(x, y) != biome) {
                    return false;
                }
            }
        }
        return true;
    }

    private void begin() {
        physics = new World(new Vector2(), true);
        worlds.add(physics);
        engine = new Engine();
        hero =
                new Entity()
                        .add(new Hero(Character.draw(0, new RandomStream(1))))
                        .add(new Solid(Bodies.hero(physics, map.start().x(), map.start().y())));
        engine.addEntity(hero);
        Vector2 camp = new Vector2(map.start().x(), map.start().y());
        engine.addSystem(new CreatureSystem(hero, camp, map, () -> night));
        engine.addSystem(new MotionSystem(physics, map));
    }

    private Entity creature(
            float dx, float dy, long herd, boolean elder, Temper temper, Hours hours) {
        Species species =
                new Species(
                        "x",
                        LatentId.of("monsters", 1),
                        Stature.USUAL,
                        temper,
                        2.6f,
                        5,
                        hours,
                        herd != 0);
        Vector2 home = new Vector2(field.x() + 0.5f + dx, field.y() + 0.5f + dy);
        long id = creatures.size();
        Entity entity =
                new Entity()
                        .add(new Creature(species, id, herd, elder, home, new RandomStream(id)))
                        .add(new Solid(Bodies.creature(physics, home.x, home.y, 1)));
        creatures.add(entity);
        engine.addEntity(entity);
        return entity;
    }

    private void walk(int steps) {
        for (int i = 0; i < steps; i++) {
            engine.update(STEP);
        }
    }

    private static Vector2 at(Entity entity) {
        return entity.getComponent(Solid.class).body.getPosition();
    }

    private static Mood mood(Entity entity) {
        return entity.getComponent(Creature.class).mood;
    }

    private void heroTo(float dx, float dy) {
        hero.getComponent(Solid.class)
                .body
                .setTransform(field.x() + 0.5f + dx, field.y() + 0.5f + dy, 0);
    }

    /** Scattered at first; then with the elder, but nobody in another's picture. */
    @Test
    void aHerdGathersRoundItsElderAndKeepsApart() {
        begin();
        Entity elder = creature(0, 0, 5, true, Temper.CALM, Hours.ANY);
        for (int i = 0; i < 4; i++) {
            creature(i % 2 == 0 ? -8 : 8, i < 2 ? -8 : 8, 5, false, Temper.CALM, Hours.ANY);
        }
        Entity stranger = creature(9, 0, 0, false, Temper.CALM, Hours.ANY);
        walk(10 * SECOND);
        double farthest = 0;
        double nearest = 99;
        for (int second = 0; second < 20; second++) {
            walk(SECOND);
            for (Entity member : creatures) {
                if (member != elder && member != stranger) {
                    farthest = Math.max(farthest, at(member).dst(at(elder)));
                    nearest = Math.min(nearest, at(member).dst(at(elder)));
                }
            }
        }
        assertThat(farthest).isLessThan(7);
        assertThat(nearest).isGreaterThan(1);
        assertThat(at(stranger).dst(field.x() + 9.5f, field.y() + 0.5f)).isLessThan(6);
    }

    /** The one that is out of sight runs too; a stranger beside it does not. */
    @Test
    void whatOneNoticesTheWholeHerdFleesFrom() {
        begin();
        Entity near = creature(0, 0, 5, true, Temper.SHY, Hours.ANY);
        Entity far = creature(5, 0, 5, false, Temper.SHY, Hours.ANY);
        Entity alone = creature(5, 3, 0, false, Temper.SHY, Hours.ANY);
        heroTo(-3, 0);
        walk(3);
        assertThat(mood(near)).isEqualTo(Mood.FLEE);
        assertThat(mood(far)).isEqualTo(Mood.FLEE);
        assertThat(mood(alone)).isNotEqualTo(Mood.FLEE);
        float before = at(far).x;
        walk(SECOND / 2);
        assertThat(at(far).x).isGreaterThan(before + 0.5f);
    }

    @Test
    void whoseHoursAreOverSleepsOnTheSpotAndSeesLittle() {
        begin();
        Entity early = creature(0, 0, 0, false, Temper.SHY, Hours.DAY);
        Entity late = creature(6, 0, 0, false, Temper.CALM, Hours.NIGHT);
        Entity any = creature(0, 8, 0, false, Temper.CALM, Hours.ANY);
        walk(3);
        assertThat(List.of(mood(early) == Mood.SLEEP, mood(late) == Mood.SLEEP))
                .containsExactly(false, true);
        night = true;
        walk(3);
        assertThat(List.of(mood(early) == Mood.SLEEP, mood(late) == Mood.SLEEP))
                .containsExactly(true, false);
        assertThat(mood(any)).isNotEqualTo(Mood.SLEEP);
        Vector2 bed = new Vector2(at(early));
        walk(10 * SECOND);
        assertThat(at(early).dst(bed)).isLessThan(0.2f);
        heroTo(-3, 0);
        walk(3);
        assertThat(mood(early)).isEqualTo(Mood.SLEEP);
        heroTo(-1.2f, 0);
        walk(3);
        assertThat(mood(early)).isEqualTo(Mood.FLEE);
    }

    /** Where another kind of ground is two steps away, land or water. */
    @Test
    void whoWandersStaysOnTheGroundItCameFrom() {
        begin();
        for (int far = -60; far <= 60; far += 12) {
            Cell wanted = new Cell(field.x() + far, field.y());
            Cell edge = map.nearest(wanted, c -> edge(c) && roomy(c)).orElseThrow();
            creature(edge.x() - field.x(), edge.y() - field.y(), 0, false, Temper.CALM, Hours.ANY);
        }
        double farthest = 0;
        for (int tenth = 0; tenth < 400; tenth++) {
            walk(6);
            for (Entity entity : creatures) {
                Vector2 home = entity.getComponent(Creature.class).home;
                Vector2 here = at(entity);
                farthest = Math.max(farthest, here.dst(home));
                assertThat(map.biome((int) here.x, (int) here.y))
                        .isEqualTo(map.biome((int) home.x, (int) home.y));
            }
        }
        assertThat(farthest).isGreaterThan(1);
    }

    /** Whoever is put on top of another is pushed off, wherever that is. */
    private boolean roomy(Cell cell) {
        return creatures.stream().allMatch(c -> at(c).dst(cell.x() + 0.5f, cell.y() + 0.5f) > 3);
    }

    private boolean edge(Cell cell) {
        Biome biome = map.biome(cell.x(), cell.y());
        Biome east = map.biome(cell.x() + 2, cell.y());
        return map.reachable(cell.x(), cell.y())
                && !biome.built()
                && biome != east
                && map.biome(cell.x() - 3, cell.y()) == biome;
    }

    @Test
    void anElderWhoIsLargerHasMoreRoom() {
        begin();
        Entity elder = creature(0, 0, 0, false, Temper.CALM, Hours.NIGHT);
        elder.add(new Look(LatentId.of("monsters", 1), 4 / 3f));
        Entity other = creature(1.5f, 0, 0, false, Temper.CALM, Hours.NIGHT);
        walk(10 * SECOND);
        assertThat(at(elder).dst(at(other))).isBetween(2.4f, 3f);
    }

    @Test
    void aHerdIsOfOneSpeciesHasOneElderAndIsTheSameWhenVisitedAgain() {
        begin();
        Factory factory = new Factory(streams, physics, new Bestiary(streams));
        Spawner spawner = new Spawner(streams, map);
        int herds = 0;
        int alone = 0;
        for (int i = 0; i < 12 * 12; i++) {
            ChunkPlace place = new ChunkPlace(26 + i % 12, 26 + i / 12);
            List<Creature> here = minds(factory.creatures(place, spawner.creatures(place)));
            List<Creature> again = minds(factory.creatures(place, spawner.creatures(place)));
            assertThat(again.stream().map(c -> c.species + " " + c.herd + c.elder).toList())
                    .isEqualTo(here.stream().map(c -> c.species + " " + c.herd + c.elder).toList());
            List<Creature> members = here.stream().filter(c -> c.herd != 0).toList();
            alone += here.size() - members.size();
            if (!members.isEmpty()) {
                herds++;
                assertThat(members.stream().map(c -> c.species).distinct()).hasSize(1);
                assertThat(members.stream().filter(c -> c.elder)).hasSize(1);
            }
        }
        assertThat(herds).isGreaterThan(15);
        assertThat(alone).isGreaterThan(100);
    }

    private static List<Creature> minds(List<Entity> entities) {
        return entities.stream().map(e -> e.getComponent(Creature.class)).toList();
    }
}
