package latentwilds.training;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The imports of {@code training} run one way: cli, report, run, loop, then what it is made of. */
@AnalyzeClasses(packages = "latentwilds.training", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "latentwilds.training.";

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    @ArchTest static final ArchRule filesKnowNothing = only("file");

    @ArchTest static final ArchRule dataSetsKnowFilesOnly = only("dataset", "file");

    @ArchTest static final ArchRule networksKnowNothing = only("net");

    @ArchTest static final ArchRule batchesComeFromDataSets = only("augment", "dataset");

    @ArchTest static final ArchRule lossesKnowNetworksOnly = only("loss", "net");

    @ArchTest
    static final ArchRule theLoopKnowsNeitherDataSetsNorRuns =
            only("loop", "augment", "loss", "net", "file");

    @ArchTest static final ArchRule runsKnowTheLoopOnly = only("run", "loop", "file");

    @ArchTest
    static final ArchRule reportsKnowRuns = only("report", "run", "loop", "dataset", "file");

    @ArchTest
    static final ArchRule nothingKnowsTheCommandLine =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + "cli..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(ROOT + "cli..", "picocli.."));

    @ArchTest
    static final ArchRule noWindowAndNoGame =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "com.badlogic..",
                                    "org.lwjgl..",
                                    "com.kotcrab..",
                                    "latentwilds.lwjgl3..",
                                    "latentwilds.game..",
                                    "latentwilds.screen..",
                                    "latentwilds.entity..",
                                    "latentwilds.world..",
                                    "latentwilds.texture.."));

    @ArchTest
    static final ArchRule onlyNetworksLossesAndTheLoopKnowTheEngine =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            ROOT + "net..", ROOT + "loss..", ROOT + "loop..", ROOT + "augment..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("ai.djl.."));

    @ArchTest
    static final ArchRule nothingStaticChanges =
            fields().that()
                    .areStatic()
                    .and(are("written by hand", f -> !synthetic(f)))
                    .should()
                    .beFinal()
                    .andShould(
                            com.tngtech.archunit.lang.ArchCondition.from(
                                    are("not an array", f -> !f.getRawType().isArray())));

    /** One package imports those of its neighbours that are named, and no others of this module. */
    private static ArchRule only(String name, String... allowed) {
        String[] packages = new String[allowed.length + 1];
        packages[0] = ROOT + name + "..";
        for (int i = 0; i < allowed.length; i++) {
            packages[i + 1] = ROOT + allowed[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage(packages[0])
                .should()
                .dependOnClassesThat(
                        resideInAPackage(ROOT + ".").and(not(resideInAnyPackage(packages))));
    }

    private static DescribedPredicate<JavaField> are(
            String what, java.util.function.Predicate<JavaField> test) {
        return DescribedPredicate.describe(what, test);
    }

    private static boolean synthetic(JavaField field) {
        return field.getModifiers().contains(JavaModifier.SYNTHETIC);
    }
}
