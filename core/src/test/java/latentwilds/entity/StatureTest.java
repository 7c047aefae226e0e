package latentwilds.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.badlogic.ashley.core.Entity;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Box2D;
import com.badlogic.gdx.physics.box2d.World;
import com.badlogic.gdx.utils.GdxNativesLoader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import latentwilds.entity.component.Creature;
import latentwilds.entity.component.Look;
import latentwilds.entity.component.Solid;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.world.Biome;
import latentwilds.world.Cell;
import latentwilds.world.ChunkPlace;
import latentwilds.world.Spawner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How large creatures are: picture and body alike. */
class StatureTest {
    private final Streams streams = new Streams(new RunSeed(3));
    private final Bestiary bestiary = new Bestiary(streams);

    @BeforeAll
    static void loadNatives() {
        GdxNativesLoader.load();
        Box2D.init();
    }

    @Test
    void speciesAreOfAllSizesAndMostAreOfTheUsualOne() {
        Map<Stature, Integer> counts = new EnumMap<>(Stature.class);
        bestiary.species().forEach(species -> counts.merge(species.stature(), 1, Integer::sum));

        assertThat(counts).containsOnlyKeys(Stature.values());
        assertThat(counts.get(Stature.USUAL))
                .isGreaterThan(counts.get(Stature.SMALL))
                .isGreaterThan(counts.get(Stature.LARGE));
    }

    @Test
    void aBodyIsAsMuchLargerAsItsPicture() {
        World physics = new World(new Vector2(), true);
        try {
            Factory factory = new Factory(streams, physics, bestiary);
            List<Spawner.Spawn> spawns =
                    IntStream.range(0, 60)
                            .mapToObj(i -> new Spawner.Spawn(new Cell(4 * i, 4), Biome.GRASS, i))
                            .toList();
            for (Entity entity : factory.creatures(new ChunkPlace(0, 0), spawns)) {
                Creature creature = entity.getComponent(Creature.class);
                float size = creature.species.stature().size();
                float radius =
                        entity.getComponent(Solid.class)
                                .body
                                .getFixtureList()
                                .first()
                                .getShape()
                                .getRadius();
                assertThat(radius).isCloseTo(0.42f * size, within(1e-5f));
                float picture = entity.getComponent(Look.class).size;
                assertThat(picture).isCloseTo(creature.elder ? size * 4 / 3 : size, within(1e-5f));
            }
        } finally {
            physics.dispose();
        }
    }
}
