package latentwilds.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class UsageTest {
    private static final List<String> VERBS =
            List.of(
                    "prepare",
                    "inspect",
                    "train",
                    "resume",
                    "sample",
                    "evaluate",
                    "export",
                    "pack",
                    "bench",
                    "report",
                    "interpolate",
                    "features",
                    "gate",
                    "directions",
                    "blends");

    @TempDir private Path folder;

    @Test
    void helpListsTheVerbs() {
        String help = Shell.done("--help");

        assertThat(help).contains(VERBS);
    }

    @ParameterizedTest
    @FieldSource("VERBS")
    void everyVerbExplainsItself(String verb) {
        assertThat(Shell.done(verb, "--help")).startsWith("Usage: ./train " + verb);
    }

    @Test
    void noArgumentsShowTheUsageAsAnError() {
        Shell.Result result = Shell.run();

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).startsWith("Usage: ./train");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void anUnknownVerbIsAnsweredWithTheVerbsThereAre() throws IOException {
        assertThat(Shell.run("trian").code()).isEqualTo(2);
        assertThat(Shell.refused(folder, "trian"))
                .contains("expected a verb, one of " + VERBS)
                .contains("found [trian]")
                .endsWith("See ./train --help");
    }

    @Test
    void aMissingVerbIsAskedFor() throws IOException {
        Shell.Result result = Shell.run("--stacktrace");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).startsWith("error: expected a verb, one of [prepare");
    }

    @Test
    void anUnknownOptionOfAVerbIsNamed() throws IOException {
        assertThat(Shell.refused(folder, "sample", "--modle", "x"))
                .contains("--modle", "./train sample --help");
    }

    @Test
    void aMessageStaysOneLineWhateverTheUserTyped() throws IOException {
        Path out = folder.resolve("a.png");

        assertThat(Shell.refused(folder, "sample", "--model", "x", "--out", out, "--seeds", "1\n2"))
                .endsWith("found '1 2'");
    }

    @Test
    void missingOptionsAreNamed() throws IOException {
        assertThat(Shell.refused(folder, "prepare", "--out", folder.resolve("set")))
                .contains("--from", "./train prepare --help");
    }

    @Test
    void whereAnErrorCameFromIsShownOnlyWhenAskedFor() {
        Shell.Result result = Shell.run("resume", folder, "--stacktrace");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).startsWith("error: ").contains("\tat latentwilds.training");
    }

    @Test
    void withJsonTheLastLineIsOneObject() throws IOException {
        Path images = latentwilds.training.Fixtures.tenImages(folder.resolve("in"));

        String said =
                Shell.done(
                        "prepare",
                        "--json",
                        "--from",
                        images,
                        "--size",
                        16,
                        "--out",
                        folder.resolve("set"));

        String last = said.strip().lines().reduce((a, b) -> b).orElseThrow();
        assertThat(com.fasterxml.jackson.databind.json.JsonMapper.builder().build().readTree(last))
                .hasToString(last);
        assertThat(last).startsWith("{").contains("\"images\":10");
    }
}
