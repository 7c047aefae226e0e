package latentwilds.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import latentwilds.latent.LatentId;
import latentwilds.model.ModelPack;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.texture.Contrast;
import latentwilds.texture.PixelImage;
import latentwilds.world.Biome;
import org.junit.jupiter.api.Test;

/** Real sprites of all species of several runs on the mean colour of the ground they live on. */
class VisibilityTest {
    private static final List<Long> RUNS = List.of(0L, 1L);
    private static final ModelPack PACK =
            ModelPack.load(
                    Path.of("..", "assets", "models"), List.of("faces", "monsters", "terrain"));

    private final Sprites sprites = new Sprites(PACK);

    @Test
    void everySpeciesIsSeenOnTheGroundWhereItLives() {
        int all = 0;
        int bodies = 0;
        int blindBodies = 0;
        double chosenWarmth = 0;
        for (long seed : RUNS) {
            Bestiary chosen = new Bestiary(new Streams(new RunSeed(seed)), sprites);
            Bestiary blind = new Bestiary(new Streams(new RunSeed(seed)));
            for (Biome biome : Biome.values()) {
                if (!biome.walkable() || biome.built()) {
                    continue;
                }
                for (int i = 0; i < chosen.natives(biome).size(); i++) {
                    LatentId look = chosen.natives(biome).get(i).look();
                    all++;
                    bodies += standsOut(look, biome) ? 1 : 0;
                    standsOut(look.individual(7), biome);
                    LatentId other = blind.natives(biome).get(i).look();
                    blindBodies += standsOut(other, biome) ? 1 : 0;
                }
            }
            chosenWarmth += warmth(chosen, Biome.SAND) - warmth(chosen, Biome.SNOW);
        }
        assertThat(all).isEqualTo(42 * RUNS.size());
        assertThat(bodies)
                .as("bodies of %d that stand out, %d unchosen", all, blindBodies)
                .isGreaterThan(blindBodies)
                .isGreaterThan(all * 9 / 10);
        assertThat(chosenWarmth / RUNS.size()).as("warmer on sand than on snow").isGreaterThan(0.5);
    }

    /** Whether its body does; its body or its outline must. */
    private boolean standsOut(LatentId look, Biome biome) {
        PixelImage sprite = sprites.draw(look);
        double ground =
                Contrast.luminance(
                        Integer.parseInt(
                                PACK.model("terrain")
                                        .card()
                                        .meanColours()
                                        .get(biome.label())
                                        .substring(1),
                                16));
        double body = Contrast.ratio(Contrast.body(sprite), ground);
        double rim = Contrast.ratio(Contrast.rim(sprite), ground);
        assertThat(Math.max(body, rim))
                .as("%s on %s: body %.2f, rim %.2f", look, biome, body, rim)
                .isGreaterThanOrEqualTo(Contrast.VISIBLE);
        return body >= Contrast.VISIBLE;
    }

    private double warmth(Bestiary bestiary, Biome biome) {
        return bestiary.natives(biome).stream()
                .mapToDouble(s -> sprites.forecast(s.look()).warmth())
                .average()
                .orElseThrow();
    }
}
