package latentwilds.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import latentwilds.model.ModelCard;
import latentwilds.world.Biome;
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
                 "mapColours": {"lava": "#e7a74e"}}
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
    void whatStandsInForGroundIsItsMean() {
        assertThat(Colours.means(card).of(Biome.LAVA)).isEqualTo(0x654528);
        assertThat(Colours.means(card).of(Biome.SNOW)).isEqualTo(0x352C4A);
    }
}
