package latentwilds.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCardTest {
    @TempDir Path folder;
    private Path path;

    @BeforeEach
    void name() {
        path = folder.resolve(ModelCard.NAME);
    }

    /** A card with something in every field. */
    static ModelCard card(String kind) {
        return new ModelCard(
                kind,
                "Small beasts",
                "Sprites of 32 x 32; bad at legs",
                List.of(new ModelCard.DataSet("tiles", "CC0-1.0", "Thanks to nobody")),
                "CC0-1.0",
                "--kimg 5",
                "c0ffee",
                1_000_000,
                12.5,
                "2024-05-06",
                Map.of("fid", 31.5),
                Map.of("*", "#102030"),
                Map.of("lava", "#f0c060"),
                Map.of("lava", List.of("#f0c060", "#c03010")),
                Map.of("people", List.of(4L, 7L)),
                Map.of(
                        "people",
                        List.of(List.of("#010203", "#040506"), List.of("#0a0b0c", "#0d0e0f"))),
                Map.of("wood", Map.of("wood", 0.75, "moss", 0.25)),
                Map.of("size", new ModelCard.Direction(List.of(0.6f, -0.8f), -2, 3)),
                Map.of("*", List.of("#010203", "#ffeedd")),
                "00ff");
    }

    @Test
    void aCardComesBackAsItWas() throws IOException {
        card("monsters").write(path);

        assertThat(ModelCard.read(path)).isEqualTo(card("monsters"));
    }

    @Test
    void absentListsAreEmpty() throws IOException {
        Files.writeString(path, "{\"kind\":\"monsters\"}");

        ModelCard read = ModelCard.read(path);

        assertThat(read.kind()).isEqualTo("monsters");
        assertThat(read.dataSets()).isEmpty();
        assertThat(read.metrics()).isEmpty();
        assertThat(read.meanColours()).isEmpty();
        assertThat(read.mapColours()).isEmpty();
        assertThat(read.placeColours()).isEmpty();
    }

    @Test
    void aMissingCardIsNamedWithWhatToDo() {
        assertThatThrownBy(() -> ModelCard.read(path))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(path + ": expected a model card, found nothing")
                .hasMessageContaining("./train export");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                     | No content",
                "null                                   | null",
                "{                                      | end-of-input",
                "[]                                     | ModelCard",
                "{\"imagesSeen\":\"many\"}              | imagesSeen",
                "{\"metrics\":{\"fid\":\"good\"}}       | metrics.fid",
                "{\"dataSets\":[{\"name\":\"a\",\"x\":1}]} | dataSets[0].x"
            })
    void aDamagedCardIsNamedWithTheField(String text, String field) throws IOException {
        Files.writeString(path, text);

        assertThatThrownBy(() -> ModelCard.read(path))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(path + ": expected a model card, found")
                .hasMessageContaining(field);
    }

    @ParameterizedTest
    @CsvSource({
        "meanColours.grass, '{\"meanColours\":{\"grass\":\"green\"}}', green",
        "meanColours.grass, '{\"meanColours\":{\"grass\":\"#0f0\"}}', #0f0",
        "meanColours.grass, '{\"meanColours\":{\"grass\":null}}', null",
        "mapColours.lava, '{\"mapColours\":{\"lava\":\"yellow\"}}', yellow",
        "mapColours.lava, '{\"mapColours\":{\"lava\":null}}', null",
        "palettes.elf, '{\"palettes\":{\"elf\":[\"#010203\",\"0xff\"]}}', 0xff"
    })
    void whatIsNoColourIsNamedWithItsField(String field, String text, String found)
            throws IOException {
        Files.writeString(path, text);

        assertThatThrownBy(() -> ModelCard.read(path))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(path + ": " + field + ": expected a colour")
                .hasMessageEndingWith("found '" + found + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "'[\"#010203\",\"#040506\"]', two colours for each of 2 anchors",
        "'[\"#010203\",\"#040506\"],[\"#0a0b0c\"]', two colours",
        "'[\"#010203\",\"#040506\"],[\"#0a0b0c\",\"red\"]', a colour such as"
    })
    void everyAnchorHasTwoColoursOrNoneHas(String colours, String expected) throws IOException {
        Files.writeString(
                path,
                "{\"anchors\":{\"people\":[4,7]},\"anchorColours\":{\"people\":[%s]}}"
                        .formatted(colours));

        assertThatThrownBy(() -> ModelCard.read(path))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(path + ": anchorColours.people: expected " + expected);
    }

    @Test
    void aFolderInItsPlaceIsNamed() {
        assertThatThrownBy(() -> ModelCard.read(folder))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(folder.toString());
    }
}
