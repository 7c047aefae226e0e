package latentwilds.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.badlogic.ashley.core.Entity;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Box2D;
import com.badlogic.gdx.utils.GdxNativesLoader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import latentwilds.entity.Bestiary;
import latentwilds.entity.Temper;
import latentwilds.entity.component.Creature;
import latentwilds.entity.component.Hero;
import latentwilds.entity.component.Look;
import latentwilds.entity.component.Person;
import latentwilds.entity.component.Solid;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.world.Biome;
import latentwilds.world.Cell;
import latentwilds.world.Island;
import latentwilds.world.Landmark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunTest {
    private static final Vector2 STILL = new Vector2();

    /** Planned once: an island takes some tenths of a second. */
    private final Map<Long, Island> islands = new HashMap<>();

    private final List<Run> runs = new ArrayList<>();

    @BeforeAll
    static void loadNatives() {
        GdxNativesLoader.load();
        Box2D.init();
    }

    @AfterEach
    void dispose() {
        runs.forEach(Run::dispose);
        runs.clear();
    }

    @Test
    void theSameSeedAndStepsGiveTheSameWorldAndTheSameEntities() {
        Run first = run(3);
        Run second = new Run(new RunSeed(3));
        runs.add(second);
        for (Run run : runs) {
            walk(run, new Vector2(1, 0.3f), 200);
            walk(run, new Vector2(-0.2f, -1), 200);
        }
        assertThat(Chronicle.worldHash(second)).isEqualTo(Chronicle.worldHash(first));
        assertThat(Chronicle.entities(second)).isEqualTo(Chronicle.entities(first));
        assertThat(Chronicle.worldHash(run(4))).isNotEqualTo(Chronicle.worldHash(first));
    }

    @Test
    void framesOfAnyLengthGiveTheSameSteps() {
        Run even = run(3);
        Run uneven = run(3);
        for (int i = 0; i < 60; i++) {
            even.update(2 * Run.STEP, new Vector2(1, 0));
        }
        for (int i = 0; i < 60; i++) {
            uneven.update(0.5f * Run.STEP, new Vector2(1, 0));
            uneven.update(1.5f * Run.STEP, new Vector2(1, 0));
        }
        assertThat(uneven.heroPosition().dst(even.heroPosition())).isLessThan(0.2f);
    }

    @ParameterizedTest
    @EnumSource(names = {"DEEP_WATER", "LAVA"})
    void theHeroCannotWalkThrough(Biome barrier) {
        Run run = run(3);
        cannotLeave(run, shore(run, (x, y) -> run.map().biome(x, y) == barrier));
    }

    @Test
    void theHeroCannotClimbCliffs() {
        Run run = run(3);
        cannotLeave(run, shore(run, run.map()::cliff));
    }

    private static void cannotLeave(Run run, Cell shore) {
        for (int turn = 0; turn < 8; turn++) {
            run.place(shore);
            Vector2 steer = new Vector2(1, 0).rotateDeg(45 * turn);
            float start = run.heroPosition().dst(shore.x() + 0.5f, shore.y() + 0.5f);
            assertThat(start).isLessThan(0.01f);
            for (int step = 0; step < 240; step++) {
                run.update(Run.STEP, steer);
                Vector2 at = run.heroPosition();
                assertThat(run.map().walkable((int) Math.floor(at.x), (int) Math.floor(at.y)))
                        .as("hero at %s", at)
                        .isTrue();
            }
        }
    }

    @Test
    void woundsCloseAtAShrineAtOnceAndNowhereElse() {
        Run run = run(3);
        Hero hero = run.hero().getComponent(Hero.class);
        for (Place place : run.places().all()) {
            run.arrive(place.cell());
            assertThat(run.heroPlace()).contains(place);
            hero.rested = 0;
            hero.health = 2;
            hero.safe = 1;
            walk(run, STILL, 1);
            boolean shrine = place.landmark().equals(Optional.of(Landmark.Kind.SHRINE));
            assertThat(hero.health).as("%s", place).isEqualTo(shrine ? Hero.MAX_HEALTH : 2);
        }
    }

    @Test
    void aPlaceIsFoundWhenItIsSeen() {
        Run run = run(3);
        assertThat(run.places().found(run.explored())).isEqualTo(1);
        run.arrive(run.places().landmarks().get(0).cell());
        walk(run, STILL, 1);
        assertThat(run.places().found(run.explored())).isEqualTo(2);
        int all = run.map().settlements().size() + run.map().landmarks().size();
        assertThat(run.places().all()).hasSize(all);
        assertThat(run.places().all()).extracting(Place::name).doesNotHaveDuplicates();
    }

    @Test
    void theHeroWalksWhereHeIsSteered() {
        Run run = run(3);
        Vector2 from = new Vector2(run.heroPosition());
        walk(run, new Vector2(0, 1), 30);
        assertThat(run.heroPosition().y).isGreaterThan(from.y + 1);
        assertThat(run.heroPosition().x).isEqualTo(from.x, offset(0.1f));
    }

    @Test
    void creaturesWanderAndFierceOnesChaseAndBite() {
        Run run = run(13);
        Entity fierce = null;
        for (Entity entity : run.creatures()) {
            if (entity.getComponent(Creature.class).species.temper() == Temper.FIERCE) {
                fierce = entity;
            }
        }
        assertThat(fierce).as("seed 13 has a fierce creature near the start").isNotNull();
        Vector2 home = new Vector2(fierce.getComponent(Solid.class).body.getPosition());
        run.place(
                run.map()
                        .nearest(
                                new Cell((int) home.x + 3, (int) home.y),
                                c -> run.map().reachable(c.x(), c.y()))
                        .orElseThrow());
        boolean chased = false;
        int health = Hero.MAX_HEALTH;
        for (int step = 0; step < 600; step++) {
            run.update(Run.STEP, STILL);
            chased |= fierce.getComponent(Creature.class).mood == Creature.Mood.CHASE;
            health = Math.min(health, run.hero().getComponent(Hero.class).health);
        }
        assertThat(chased).isTrue();
        assertThat(health).isLessThan(Hero.MAX_HEALTH);
        assertThat(run.codex().met()).isPositive();
    }

    @Test
    void nobodyIsBittenInTheCamp() {
        Run run = run(3);
        for (int step = 0; step < 1_200; step++) {
            run.update(Run.STEP, STILL);
            assertThat(run.hero().getComponent(Hero.class).health).isEqualTo(Hero.MAX_HEALTH);
        }
    }

    @Test
    void creaturesMoveByThemselves() {
        Run run = run(4);
        List<Vector2> before = positions(run);
        walk(run, STILL, 600);
        List<Vector2> after = positions(run);
        int moved = 0;
        for (int i = 0; i < before.size(); i++) {
            moved += before.get(i).dst(after.get(i)) > 0.5f ? 1 : 0;
        }
        assertThat(moved).isGreaterThan(before.size() / 3);
    }

    private static List<Vector2> positions(Run run) {
        List<Vector2> positions = new ArrayList<>();
        for (Entity entity : run.creatures()) {
            positions.add(new Vector2(entity.getComponent(Solid.class).body.getPosition()));
        }
        return positions;
    }

    @Test
    void whoIsNearSpeaksAndKnowsTheIsland() {
        Run run = run(3);
        Cell person = run.hosts().get(0).cell();
        assertThat(run.neighbour()).isEmpty();
        run.place(new Cell(person.x() - 1, person.y()));
        Optional<Entity> neighbour = run.neighbour();
        assertThat(neighbour).isPresent();
        var character = neighbour.get().getComponent(Person.class).character;
        List<Dialogue.Line> lines = run.dialogue().lines(character, person);
        assertThat(lines).hasSizeGreaterThanOrEqualTo(2);
        assertThat(lines.get(0).arguments()).contains(character.name());
        assertThat(run.dialogue().lines(character, person)).isEqualTo(lines);
    }

    @Test
    void whoArrivesStandsInNobodysPicture() {
        Run run = run(3);
        Vector2 creature = new Vector2(positions(run).get(0));
        List<Cell> wanted =
                List.of(
                        new Cell((int) creature.x, (int) creature.y),
                        run.hosts().get(0).cell(),
                        run.map().start());
        for (Cell cell : wanted) {
            run.arrive(cell);
            Vector2 hero = run.heroPosition();
            assertThat(run.map().reachable((int) hero.x, (int) hero.y)).isTrue();
            assertThat(hero.dst(cell.x(), cell.y())).isLessThan(12);
            assertThat(run.heroBiome()).isEqualTo(run.map().biome(cell.x(), cell.y()));
            for (Entity entity : run.solids()) {
                if (entity != run.hero()) {
                    assertThat(entity.getComponent(Solid.class).body.getPosition().dst(hero))
                            .isGreaterThanOrEqualTo(Look.ROOM);
                }
            }
        }
    }

    @Test
    void walkingFarKeepsOnlyTheNeighbourhoodAlive() {
        Run run = run(3);
        int most = 0;
        for (int i = 0; i < 9; i++) {
            run.map()
                    .nearest(
                            new Cell(256 + i % 3 * 256, 256 + i / 3 * 256),
                            c -> run.map().reachable(c.x(), c.y()))
                    .ifPresent(run::place);
            walk(run, STILL, 10);
            most = Math.max(most, run.solids().size());
        }
        // 7 x 7 chunks of at most 7 creatures, and people.
        assertThat(most).isBetween(30, 49 * 8 + 10);
        run.place(run.map().start());
        List<String> there = Chronicle.entities(run(3));
        assertThat(Chronicle.entities(run).size()).isGreaterThanOrEqualTo(there.size());
    }

    private interface Barrier {
        boolean at(int x, int y);
    }

    private static Cell shore(Run run, Barrier barrier) {
        return run.map()
                .nearest(
                        run.map().start(),
                        c ->
                                run.map().reachable(c.x(), c.y())
                                        && barrier.at(c.x() + 1, c.y())
                                        && barrier.at(c.x() + 2, c.y()))
                .orElseThrow();
    }

    private static void walk(Run run, Vector2 steer, int steps) {
        for (int i = 0; i < steps; i++) {
            run.update(Run.STEP, steer);
        }
    }

    private Run run(long seed) {
        RunSeed which = new RunSeed(seed);
        Island island = islands.computeIfAbsent(seed, s -> new Island(new Streams(which)));
        Run run = new Run(which, island, new Bestiary(new Streams(which)));
        runs.add(run);
        return run;
    }
}
