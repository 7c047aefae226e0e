package latentwilds.training;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The imports of {@code training} run one way: cli, export, report, run, loop, then what that is
 * made of. Plain tests: Surefire 3.5.3 passes over rules in fields without a word.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    private static final String ROOT = "latentwilds.training.";

    private JavaClasses classes;

    @BeforeAll
    void read() {
        classes =
                new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages("latentwilds.training");
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(classes);
    }

    @ParameterizedTest
    @CsvSource({
        "file,    ''",
        "net,     ''",
        "image,   ''",
        "dataset, file image",
        "origin,  dataset file image",
        "augment, dataset",
        "loss,    net",
        "loop,    augment loss net file",
        "run,     loop file",
        "feature, loop net",
        "metric,  dataset file",
        "tensorboard, ''",
        "report,  feature run loop metric dataset file tensorboard",
        "export,  report run dataset file"
    })
    void aPackageImportsOnlyThoseBelowIt(String name, String below) {
        String[] allowed =
                Stream.concat(Stream.of(name), Stream.of(below.split(" ")))
                        .filter(p -> !p.isEmpty())
                        .map(p -> ROOT + p + "..")
                        .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage(ROOT + ".").and(not(resideInAnyPackage(allowed))))
                .check(classes);
    }

    @Test
    void everyPackageButTheCommandLineHasItsRule() {
        assertThat(classes.stream().map(c -> c.getPackageName()).distinct())
                .containsExactlyInAnyOrder(
                        "latentwilds.training",
                        ROOT + "file",
                        ROOT + "net",
                        ROOT + "image",
                        ROOT + "dataset",
                        ROOT + "origin",
                        ROOT + "augment",
                        ROOT + "loss",
                        ROOT + "loop",
                        ROOT + "run",
                        ROOT + "feature",
                        ROOT + "report",
                        ROOT + "export",
                        ROOT + "metric",
                        ROOT + "tensorboard",
                        ROOT + "cli");
    }

    @Test
    void onlyTheCommandLineParsesArguments() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "cli..")
                .should()
                .dependOnClassesThat(resideInAPackage("picocli.."))
                .check(classes);
    }

    @Test
    void thereIsNoWindowAndNoGame() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("com.badlogic..", "org.lwjgl..", "com.kotcrab.."))
                .check(classes);
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAPackage("latentwilds..")
                                .and(
                                        not(
                                                resideInAnyPackage(
                                                        ROOT + ".",
                                                        "latentwilds.seed..",
                                                        "latentwilds.model..",
                                                        "latentwilds.latent..",
                                                        "latentwilds.synthesis..")))
                                // The game's own colours and finish, for cards and figures.
                                .and(not(simpleName("PixelArt")))
                                .and(not(simpleName("PixelImage")))
                                .and(not(simpleName("SpriteStyle")))
                                .and(not(simpleName("Tones")))
                                .and(not(simpleName("Apart")))
                                .and(not(simpleName("Range"))))
                .check(classes);
    }

    @Test
    void dataSetsRunsAndReportsDoNotKnowTheEngine() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + "cli..",
                        ROOT + "dataset..",
                        ROOT + "export..",
                        ROOT + "file..",
                        ROOT + "image..",
                        ROOT + "origin..",
                        ROOT + "report..",
                        ROOT + "run..")
                .should()
                .dependOnClassesThat(resideInAPackage("ai.djl.."))
                .check(classes);
    }

    @Test
    void nothingStaticChanges() {
        List<String> changeable =
                classes.stream()
                        .flatMap(c -> c.getFields().stream())
                        .filter(f -> f.getModifiers().contains(JavaModifier.STATIC))
                        .filter(f -> !f.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(
                                f ->
                                        !f.getModifiers().contains(JavaModifier.FINAL)
                                                || f.getRawType().isArray())
                        .map(JavaField::getFullName)
                        .toList();

        assertThat(changeable).isEmpty();
    }
}
