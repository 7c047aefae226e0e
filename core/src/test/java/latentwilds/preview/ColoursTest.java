package latentwilds.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import latentwilds.model.ModelCard;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.world.Biome;
import latentwilds.world.Wording;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColoursTest {
    @TempDir Path folder;
    private ModelCard card;

    @BeforeEach
    void write() throws IOException {
        Path file = folder.resolve(ModelCard.NAME);
        Files.writeString(
                file,
                """
                {"meanColours": {"lava": "#654528", "grass": "#717d3a"},
                 "mapColours": {"lava": "#e7a74e", "sand": "#e0c090"},
                 "placeColours": {"sand": ["#ff0000", "#00ff00", "#0000ff", "#000000"]}}
                """);
        card = ModelCard.read(file);
    }

    @Test
    void mapsHaveTheirOwnColoursAndTheMeanWhereThereIsNone() {
        Colours colours = Colours.onMaps(card);
        assertThat(colours.of(Biome.LAVA)).isEqualTo(0xE7A74E);
        assertThat(colours.of(Biome.GRASS)).isEqualTo(0x717D3A);
        assertThat(colours.of(Biome.SNOW)).isEqualTo(0x352C4A);
    }

    @Test
    void aRunsColourIsTheMeanOfThePlacesThatItsGroundSpeaks() {
        for (int seed = 0; seed < 20; seed++) {
            Streams streams = new Streams(new RunSeed(seed));
            Colours run = Colours.onMaps(card).in(streams);
            int rgb = run.of(Biome.SAND);
            // Place 0 is red, 1 green, 2 blue, 3 black: what is missing is not spoken.
            List<Integer> spoken = new ArrayList<>();
            for (int word : new Wording(streams, biome -> 4).of(Biome.SAND)) {
                spoken.add(word);
            }
            for (int place = 0; place < 3; place++) {
                int level = rgb >> 16 - 8 * place & 255;
                assertThat(level).isEqualTo(spoken.contains(place) ? 85 : 0);
            }
            assertThat(run.of(Biome.LAVA)).isEqualTo(0xE7A74E);
        }
    }

    @Test
    void whereOneStandsItIsTheColourOfWhatTheRegionSpeaks() {
        Streams streams = new Streams(new RunSeed(5));
        RegionColours region = new RegionColours(Colours.onMaps(card), streams);
        Wording wording = new Wording(streams, biome -> 4);
        int[] words = wording.of(Biome.SAND);
        double[] weights = new double[Biome.values().length];
        weights[Biome.SAND.ordinal()] = 0.5;
        weights[Biome.SNOW.ordinal()] = 0.5;
        int[] snow = {0x35, 0x2C, 0x4A};
        for (int x = 0; x < 500; x += 25) {
            int rgb = region.at(x, 7, weights);
            double[] levels = new double[4];
            for (int w = 0; w < words.length; w++) {
                levels[words[w]] = 255 * wording.shares(x, 7)[w];
            }
            for (int c = 0; c < 3; c++) {
                long level = Math.round((levels[c] + snow[c]) / 2);
                assertThat(rgb >> 16 - 8 * c & 255).isEqualTo((int) level);
            }
        }
    }

    @Test
    void whatStandsInForGroundIsItsMean() {
        assertThat(Colours.means(card).of(Biome.LAVA)).isEqualTo(0x654528);
        assertThat(Colours.means(card).of(Biome.SNOW)).isEqualTo(0x352C4A);
    }
}
