package latentwilds.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import latentwilds.training.dataset.ManifestRows.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestRowsTest {
    @TempDir private Path folder;

    @Test
    void aTableHasAColumnPerLabelGroup() throws IOException {
        assertThat(
                        read(
                                "manifest.csv",
                                """
                                file,source,ancestry,gender
                                a.png,"first, of two",elf,female
                                b.png, second ,orc,male
                                """))
                .isEqualTo(
                        Map.of(
                                "a.png", new Row("first, of two", "elf,female"),
                                "b.png", new Row("second", "orc,male")));
    }

    @Test
    void aTableWithoutSourcesNamesTheFiles() throws IOException {
        assertThat(read("manifest.csv", "file,label\na.png,bat\n"))
                .isEqualTo(Map.of("a.png", new Row("a.png", "bat")));
    }

    @Test
    void linesOfJsonTakeLabelsInThreeForms() throws IOException {
        assertThat(
                        read(
                                "manifest.jsonl",
                                """
                                {"file": "a.png", "source": "s", "labels": "elf,female"}

                                {"file": "b.png", "labels": ["orc", "male"]}
                                {"file": "c.png", "labels": {"gender": "male", "ancestry": "fey"}}
                                {"file": "d.png"}
                                """))
                .isEqualTo(
                        Map.of(
                                "a.png", new Row("s", "elf,female"),
                                "b.png", new Row("b.png", "orc,male"),
                                "c.png", new Row("c.png", "fey,male"),
                                "d.png", new Row("d.png", "")));
    }

    @Test
    void mistakesAreNamedWithTheirLine() {
        assertThatThrownBy(() -> read("manifest.jsonl", "{\"file\": \"a.png\"}\n{\"file\": \n"))
                .hasMessageStartingWith(
                        "manifest.jsonl: line 2: expected one JSON object, found: Unexpected"
                                + " end-of-input");
        assertThatThrownBy(() -> read("manifest.jsonl", "{\"name\": 1}"))
                .hasMessage("manifest.jsonl: line 1: expected a key 'file', found {\"name\": 1}");
    }

    @Test
    void aTableWithoutFilesIsRefused() {
        assertThatThrownBy(() -> read("manifest.csv", "name,label\na.png,bat\n"))
                .hasMessage("manifest.csv: expected a column 'file', found [name, label]");
    }

    private Map<String, Row> read(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        try {
            return ManifestRows.read(folder);
        } finally {
            Files.delete(folder.resolve(name));
        }
    }
}
