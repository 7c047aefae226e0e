package latentwilds.game;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.ashley.core.Entity;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Box2D;
import com.badlogic.gdx.utils.GdxNativesLoader;
import latentwilds.entity.component.Creature;
import latentwilds.entity.component.Solid;
import latentwilds.seed.RunSeed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A minute and a half of a crowd's life. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrowdTest {
    private static final int STEPS = 90 * 60;
    private static final int EVERY = 30;

    /** Feet nearer than this: more than a third of one sprite is behind the other. */
    private static final float OVERLAP = 1.4f;

    private Run run;
    private long overlaps;
    private long onRoads;
    private long looks;

    @BeforeAll
    void watch() {
        GdxNativesLoader.load();
        Box2D.init();
        run = new Run(new RunSeed(4));
        for (int step = 0; step < STEPS; step++) {
            run.update(Run.STEP, Vector2.Zero);
            if (step % EVERY == 0) {
                look();
            }
        }
    }

    @AfterAll
    void dispose() {
        run.dispose();
    }

    private void look() {
        for (Entity creature : run.creatures()) {
            Vector2 at = creature.getComponent(Solid.class).body.getPosition();
            looks++;
            boolean built = run.map().biome((int) Math.floor(at.x), (int) Math.floor(at.y)).built();
            Creature.Mood mood = creature.getComponent(Creature.class).mood;
            onRoads += built && mood == Creature.Mood.WANDER ? 1 : 0;
            for (Entity other : run.solids()) {
                boolean near =
                        other != creature
                                && other.getComponent(Solid.class).body.getPosition().dst(at)
                                        < OVERLAP;
                overlaps += near ? 1 : 0;
            }
        }
    }

    @Test
    void hardlyAnyoneIsBehindAnother() {
        assertThat(looks).isGreaterThan(10_000);
        assertThat((double) overlaps / looks).as("neighbours in the picture").isLessThan(0.01);
    }

    @Test
    void whoWandersKeepsOffRoadsAndPlazas() {
        assertThat((double) onRoads / looks).as("wanderers on roads").isLessThan(0.002);
    }
}
