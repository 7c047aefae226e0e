package latentwilds.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.ashley.core.Entity;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Box2D;
import com.badlogic.gdx.physics.box2d.World;
import com.badlogic.gdx.utils.GdxNativesLoader;
import java.nio.file.Path;
import java.util.List;
import latentwilds.entity.component.Look;
import latentwilds.latent.LatentId;
import latentwilds.model.ModelPack;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.synthesis.Finish;
import latentwilds.world.Biome;
import latentwilds.world.Cell;
import latentwilds.world.Spawner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hero and people are outlined for the ground under them. */
class OutlineTest {
    private static final Sprites SPRITES =
            new Sprites(
                    ModelPack.load(
                            Path.of("..", "assets", "models"),
                            List.of("faces", "monsters", "terrain")));

    private final Streams streams = new Streams(new RunSeed(5));

    @BeforeAll
    static void loadNatives() {
        GdxNativesLoader.load();
        Box2D.init();
    }

    @Test
    void aPersonIsOutlinedForTheGroundWhereItStands() {
        World physics = new World(new Vector2(), true);
        try {
            Factory factory = new Factory(streams, physics, new Bestiary(streams));
            for (Biome biome : List.of(Biome.PAVING, Biome.SNOW)) {
                Entity person = factory.person(new Spawner.Spawn(new Cell(3, 4), biome, 7));
                LatentId look = person.getComponent(Look.class).sprite;
                assertThat(look.labels()).containsEntry(Bestiary.GROUND, biome.label());
                assertThat(SPRITES.finish(look).rim().ground()).isPresent();
            }
        } finally {
            physics.dispose();
        }
    }

    @Test
    void theHeroOnSnowIsOutlinedForSnowAndOnAshForAsh() {
        LatentId figure = Character.draw(0, streams.stream("hero")).figure();
        Finish anywhere = SPRITES.finish(figure);
        Finish snow = SPRITES.finish(figure.with(Bestiary.GROUND, Biome.SNOW.label()));
        Finish ash = SPRITES.finish(figure.with(Bestiary.GROUND, Biome.VOLCANIC.label()));
        assertThat(anywhere.rim().ground()).isEmpty();
        assertThat(snow.rim().ground().orElseThrow())
                .isGreaterThan(2 * ash.rim().ground().orElseThrow());
    }
}
