package latentwilds.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsFileTest {
    private static final TrainingOptions DEFAULTS = TrainingOptions.DEFAULTS;

    @TempDir private Path folder;

    @Test
    void nothingSaidIsTheDefaults() throws IOException {
        assertThat(read("{}")).isEqualTo(DEFAULTS);
    }

    @Test
    void groupsAreMergedKeyByKey() throws IOException {
        TrainingOptions options =
                read("{\"loss\": {\"r1Gamma\": 2}, \"augment\": {\"brightness\": {\"to\": 1.5}}}");

        assertThat(options.loss().r1Gamma()).isEqualTo(2);
        assertThat(options.loss().objective()).isEqualTo(DEFAULTS.loss().objective());
        assertThat(options.loss().penaltyInterval()).isEqualTo(DEFAULTS.loss().penaltyInterval());
        assertThat(options.augment().brightness())
                .isEqualTo(new AugmentOptions.Range(DEFAULTS.augment().brightness().from(), 1.5));
        assertThat(options.optimiser()).isEqualTo(DEFAULTS.optimiser());
    }

    @Test
    void laterOverridesWin() throws IOException {
        TrainingOptions options =
                read(
                        "{\"loss\": {\"r1Gamma\": 2, \"r2Gamma\": 3}}",
                        "loss.r1Gamma=4",
                        "loss.r1Gamma=5",
                        "augment.brightness.to=1.4",
                        "kind=bats");

        assertThat(options.loss().r1Gamma()).isEqualTo(5);
        assertThat(options.loss().r2Gamma()).isEqualTo(3);
        assertThat(options.augment().brightness().to()).isEqualTo(1.4);
        assertThat(options.kind()).isEqualTo("bats");
    }

    @Test
    void aFractionMayBeginWithItsPoint() throws IOException {
        assertThat(read("{}", "augment.cutout=.25").augment().cutout()).isEqualTo(0.25);
    }

    @Test
    void codesAndListsAreReplacedAndNotMerged() throws IOException {
        TrainingOptions options =
                read(
                        "{\"generator\": {\"codes\": {\"species\": 4}, \"widths\": [8, 6, 4]}}",
                        "generator.codes={\"size\": 2}",
                        "generator.widths=[9,7,5]");

        assertThat(options.generator().codes()).isEqualTo(Map.of("size", 2));
        assertThat(options.generator().widths()).containsExactly(9, 7, 5);
    }

    @Test
    void aWholeNumberMayBeWrittenWithAnExponent() throws IOException {
        assertThat(read("{\"images\": 2e5}").images()).isEqualTo(200_000);
        assertThat(read("{}", "images=1e3").images()).isEqualTo(1000);
        assertThat(read("{}", "batch=8.0").batch()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"loss\": {\"r1gamma\": 2}} | unknown key 'loss.r1gamma'; known keys are [obj",
                "{\"los\": {}} | unknown key 'los'; known keys are [kind, size",
                "{\"loss\": {\"r1Gamma\": null}} | key 'loss.r1Gamma': expected a value, found"
                        + " null",
                "{\"augment\": {\"brightness\": {\"top\": 1}}} | unknown key"
                        + " 'augment.brightness.top'",
                "{\"batch\": 8.5} | batch",
                "{\"batch\": \"8\"} | batch",
                "{\"loss\": 3} | loss",
                "{\"loss\": {\"objective\": \"bsc\"}} | least-squares",
                "{\"batch\": 4, \"batch\": 5} | expected JSON, found",
                "{\"batch\": 4} {} | expected JSON, found",
                "[] | expected options as a JSON object, found ARRAY",
                "{\"batch\": | expected JSON, found"
            })
    void whatCannotBeMeantIsNamed(String config, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("config.json"), config);

        assertThatThrownBy(() -> OptionsFile.read(file, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "loss.r3Gamma=1 | --set loss.r3Gamma=1: unknown key 'loss.r3Gamma'",
                "r1Gamma=1 | --set r1Gamma=1: unknown key 'r1Gamma'",
                "=1 | --set =1: expected key=value",
                "batch | --set batch: expected key=value",
                "loss.r1Gamma=null | key 'loss.r1Gamma': expected a value, found null",
                "batch=many | 'batch': expected a whole number, found \"many\"",
                "augment.mirror=maybe | 'augment.mirror': expected true or false, found \"maybe\"",
                "optimiser.rateG=fast | 'optimiser.rateG': expected a number, found \"fast\"",
                "generator.upsampling=blow | [transposed, resize, smooth]"
            })
    void anOverrideThatCannotBeMeantIsNamed(String override, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("config.json"), "{}");

        assertThatThrownBy(() -> OptionsFile.read(file, List.of(override)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatIsWrittenComesBack() throws IOException {
        TrainingOptions options = TinyTraining.with("generator.mlp=[5]", "precision=bf16");
        Path file = Files.writeString(folder.resolve("all.json"), OptionsFile.toJson(options));

        assertThat(OptionsFile.readResolved(file)).isEqualTo(options);
        assertThat(OptionsFile.hash(options))
                .matches("[0-9a-f]{12}")
                .isEqualTo(OptionsFile.hash(OptionsFile.readResolved(file)))
                .isNotEqualTo(OptionsFile.hash(TinyTraining.with("generator.mlp=[5]")));
    }

    private TrainingOptions read(String config, String... overrides) throws IOException {
        Path file = Files.writeString(folder.resolve("config.json"), config);
        return OptionsFile.read(file, List.of(overrides));
    }
}
