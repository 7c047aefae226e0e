package latentwilds.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import latentwilds.entity.Character;
import latentwilds.entity.Portraits;
import latentwilds.entity.Sprites;
import latentwilds.latent.LatentId;
import latentwilds.latent.Rerolls;
import latentwilds.model.ModelPack;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.api.Test;

/** What is synthesised is what was cast, and portraits are those that were found legible. */
class GatekeeperTest {
    private static final ModelPack PACK =
            ModelPack.load(
                    Path.of("..", "assets", "models"), List.of("faces", "monsters", "terrain"));

    private final Portraits portraits = new Portraits(PACK, 4);
    private final Sprites sprites = new Sprites(PACK, portraits);
    private final Gatekeeper gatekeeper = new Gatekeeper(PACK, sprites, portraits);
    private final Character hero = hero(99);

    private static Character hero(long seed) {
        return Character.draw(0, new Streams(new RunSeed(seed)).stream("hero"));
    }

    @Test
    void aFigureIsTheOneThatWasCast() {
        LatentId cast = sprites.cast(hero.figure());
        assertThat(cast).isNotEqualTo(hero.figure());
        assertThat(gatekeeper.grid(hero.figure()).noise())
                .isEqualTo(cast.grid(PACK.model("monsters").weights()).noise());
        assertThat(gatekeeper.line()).contains("0 of 1");
    }

    @Test
    void aPortraitIsTheLegibleOne() {
        var weights = PACK.model("faces").weights();
        LatentId dark =
                LongStream.range(0, 1000)
                        .mapToObj(seed -> hero(seed).face())
                        .filter(f -> !portraits.drawn(f).equals(passing(f)))
                        .findFirst()
                        .orElseThrow();
        assertThat(gatekeeper.grid(dark).noise())
                .isEqualTo(portraits.drawn(dark).grid(weights).noise())
                .isNotEqualTo(passing(dark).grid(weights).noise());
        assertThat(gatekeeper.line()).contains("1 of 1");
    }

    private static LatentId passing(LatentId face) {
        return Rerolls.passing(face, PACK.model(face.kind()));
    }
}
