package latentwilds.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import latentwilds.model.ModelPack;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.texture.PixelArt;
import latentwilds.texture.PixelImage;
import latentwilds.world.Biome;
import org.junit.jupiter.api.Test;

/** Which species share a ground, judged by the sprites that the game shows. */
class BestiaryTest {
    private static final int RUNS = 3;
    private static final List<Biome> GROUNDS =
            Stream.of(Biome.values()).filter(b -> b.walkable() && !b.built()).toList();

    private final Sprites sprites =
            new Sprites(
                    ModelPack.load(
                            Path.of("..", "assets", "models"),
                            List.of("faces", "monsters", "terrain")));

    private Bestiary of(long run) {
        return new Bestiary(new Streams(new RunSeed(run)), sprites);
    }

    @Test
    void neighboursLookUnlikeOneAnother() {
        List<Double> colours = new ArrayList<>();
        List<Double> shapes = new ArrayList<>();
        for (long run = 0; run < RUNS; run++) {
            Bestiary bestiary = of(run);
            for (Biome biome : GROUNDS) {
                List<PixelImage> drawn =
                        bestiary.natives(biome).stream().map(s -> sprites.draw(s.look())).toList();
                for (int i = 0; i < drawn.size(); i++) {
                    for (int j = 0; j < i; j++) {
                        colours.add(colourDistance(drawn.get(i), drawn.get(j)));
                        shapes.add(shapeDistance(drawn.get(i), drawn.get(j)));
                    }
                }
            }
        }
        // Where warmth and contrast alone decide: 58 and 0.43.
        assertThat(mean(colours)).as("levels between mean colours").isGreaterThan(62);
        assertThat(mean(shapes)).as("share of two silhouettes in one only").isGreaterThan(0.45);
    }

    @Test
    void aRunHasTheSameSpeciesInWhateverOrderTheyAreAskedFor() {
        List<Species> forwards = of(4).species();
        Bestiary other = of(4);
        for (int index : new int[] {8, 41, 0, 20}) {
            assertThat(other.known(index)).isFalse();
            assertThat(other.species(index)).isEqualTo(forwards.get(index));
        }
        assertThat(other.known(6)).as("chosen with its neighbours").isTrue();
        assertThat(other.species()).isEqualTo(forwards);
    }

    @Test
    void noGroundHasTwoSpeciesOfDemonsAndMostHaveNone() {
        int infernal = 0;
        for (long run = 0; run < 20; run++) {
            Bestiary bestiary = new Bestiary(new Streams(new RunSeed(run)));
            for (Biome biome : GROUNDS) {
                long demons =
                        bestiary.natives(biome).stream()
                                .filter(s -> s.look().labels().containsValue("demons"))
                                .count();
                assertThat(demons).isLessThanOrEqualTo(1);
                infernal += (int) demons;
            }
        }
        assertThat(infernal / 20.0 / GROUNDS.size()).isBetween(0.2, 0.5);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(v -> v).average().orElseThrow();
    }

    /** Euclidean, in levels of red, green and blue. */
    private static double colourDistance(PixelImage a, PixelImage b) {
        int one = PixelArt.meanColour(a) >>> 8;
        int other = PixelArt.meanColour(b) >>> 8;
        double sum = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            double difference = (one >> shift & 0xff) - (other >> shift & 0xff);
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    /** 0 for the same silhouette, 1 for two that have no pixel in common. */
    private static double shapeDistance(PixelImage a, PixelImage b) {
        int both = 0;
        int any = 0;
        for (int i = 3; i < a.rgba().length; i += 4) {
            boolean one = a.rgba()[i] != 0;
            boolean other = b.rgba()[i] != 0;
            both += one && other ? 1 : 0;
            any += one || other ? 1 : 0;
        }
        return any == 0 ? 0 : 1 - both / (double) any;
    }
}
