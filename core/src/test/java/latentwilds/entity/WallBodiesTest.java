package latentwilds.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.gdx.math.MathUtils;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.Box2D;
import com.badlogic.gdx.physics.box2d.World;
import com.badlogic.gdx.utils.GdxNativesLoader;
import latentwilds.seed.RandomStream;
import latentwilds.world.ChunkPlace;
import latentwilds.world.Walls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallBodiesTest {
    private static final float STEP = 1 / 60f;

    /** Of a hero on a road, metres per second. */
    private static final float SPEED = 4.6f * 1.15f;

    private static final int CHUNKS = 4;
    private static final int SIDE = CHUNKS * ChunkPlace.CELLS;

    private final World world = new World(new Vector2(), true);

    @BeforeAll
    static void loadNatives() {
        GdxNativesLoader.load();
        Box2D.init();
    }

    @AfterEach
    void dispose() {
        world.dispose();
    }

    private void build(Walls.Ground ground) {
        for (int i = 0; i < CHUNKS * CHUNKS; i++) {
            ChunkPlace place = new ChunkPlace(i % CHUNKS, i / CHUNKS);
            Bodies.walls(world, Walls.of(ground, place));
        }
    }

    /** Blots of 1 to 3 cells at random; nothing outside. */
    private static Walls.Ground blots(long seed) {
        RandomStream random = new RandomStream(seed);
        boolean[][] blocked = new boolean[SIDE][SIDE];
        for (int blot = 0; blot < 260; blot++) {
            int x = random.nextInt(SIDE - 2);
            int y = random.nextInt(SIDE - 2);
            for (int i = 0; i < 9; i++) {
                blocked[y + i / 3][x + i % 3] |= i == 4 || random.nextInt(2) == 0;
            }
        }
        return (x, y) -> x > 0 && y > 0 && x < SIDE - 1 && y < SIDE - 1 && !blocked[y][x];
    }

    private static boolean open(Walls.Ground ground, int x, int y) {
        for (int i = 0; i < 9; i++) {
            if (!ground.walkable(x + i % 3 - 1, y + i / 3 - 1)) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest
    @CsvSource({"1, 60", "1, 8", "12, 60", "12, 8"})
    void nothingGetsIntoBlockedGroundHoweverFastItIsAndHoweverLongAStep(
            float times, float stepsPerSecond) {
        Walls.Ground ground = blots(7);
        build(ground);
        RandomStream random = new RandomStream(11);
        int walks = 0;
        float walked = 0;
        while (walks < 60) {
            int x = random.nextInt(SIDE);
            int y = random.nextInt(SIDE);
            if (!open(ground, x, y)) {
                continue;
            }
            walks++;
            Body body = Bodies.hero(world, x + 0.5f, y + 0.5f);
            Vector2 wish = new Vector2(times * SPEED, 0);
            Vector2 before = new Vector2(body.getPosition());
            for (int step = 0; step < 120; step++) {
                if (step % 20 == 0) {
                    wish.rotateDeg(360 * random.nextFloat());
                }
                body.setLinearVelocity(wish);
                world.step(1 / stepsPerSecond, 6, 2);
                Vector2 at = body.getPosition();
                assertThat(ground.walkable(MathUtils.floor(at.x), MathUtils.floor(at.y)))
                        .as("body at %s", at)
                        .isTrue();
                walked += before.dst(at);
                before.set(at);
            }
            world.destroyBody(body);
        }
        assertThat(walked).isGreaterThan(60 * 3);
    }

    /** Along a wall through four chunks, pressed against it: never slower than the wish. */
    @Test
    void slidingAlongAWallSnagsNowhereNotAtChunkBordersEither() {
        build((x, y) -> y < 24);
        slide(3, 23.5f, new Vector2(1, 0.6f), new Vector2(1, 0));
    }

    /** A stair of cells is a slope. */
    @Test
    void slidingAlongAStairSnagsNowhere() {
        build((x, y) -> y < x + 2);
        slide(3, 2.5f, new Vector2(1, 1.4f), new Vector2(1, 1).nor());
    }

    private void slide(float x, float y, Vector2 steer, Vector2 along) {
        Body body = Bodies.hero(world, x, y);
        Vector2 wish = new Vector2(steer).nor().scl(SPEED);
        Vector2 before = new Vector2();
        float slowest = Float.MAX_VALUE;
        int step = 0;
        while (body.getPosition().x < SIDE - 4 && step < 2_000) {
            before.set(body.getPosition());
            body.setLinearVelocity(wish);
            world.step(STEP, 6, 2);
            // The first steps lead to the wall.
            if (step++ > 30) {
                slowest = Math.min(slowest, body.getPosition().cpy().sub(before).dot(along));
            }
        }
        assertThat(step).as("steps").isBetween(300, 1_500);
        assertThat(slowest).isGreaterThan(0.98f * wish.dot(along) * STEP);
    }
}
