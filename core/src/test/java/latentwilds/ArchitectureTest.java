package latentwilds;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The imports of {@code core} run one way: {@code screen, debug, tour, game and preview, entity and
 * world, texture, synthesis, latent and model, seed}. A package that is not there breaks no rule.
 * Plain tests: Surefire 3.5.3 passes over rules in fields without a word.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    /** From the ground up; a package imports from its own floor and those below. */
    private static final List<Set<String>> FLOORS =
            List.of(
                    Set.of("seed"),
                    Set.of("model", "latent"),
                    Set.of("synthesis"),
                    Set.of("texture"),
                    Set.of("entity", "world"),
                    Set.of("game", "preview"),
                    Set.of("screen", "debug", "tour", "bench"));

    private JavaClasses classes;

    @BeforeAll
    void read() {
        classes =
                new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages("latentwilds");
    }

    static IntStream floors() {
        return IntStream.range(0, FLOORS.size() - 1);
    }

    @ParameterizedTest
    @MethodSource("floors")
    void aPackageImportsNothingFromAbove(int floor) {
        noClasses()
                .that()
                .resideInAnyPackage(packages(FLOORS.subList(floor, floor + 1)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(FLOORS.subList(floor + 1, FLOORS.size())))
                .allowEmptyShould(true)
                .check(classes);
    }

    private static String[] packages(List<Set<String>> floors) {
        return floors.stream()
                .flatMap(Set::stream)
                .map(name -> "latentwilds." + name + "..")
                .toArray(String[]::new);
    }

    @Test
    void everyPackageHasItsFloor() {
        Set<String> known = Set.copyOf(FLOORS.stream().flatMap(Set::stream).toList());

        assertThat(classes.stream().map(ArchitectureTest::topPackage).distinct())
                .as("a new package needs its place in FLOORS")
                .contains("seed", "model", "latent", "synthesis")
                .isSubsetOf(known);
    }

    private static String topPackage(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length > 1 ? parts[1] : "";
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("latentwilds.(*)..").should().beFreeOfCycles().check(classes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"seed", "model", "latent"})
    void whatDecidesTheGameKnowsNeitherLibGdxNorDjl(String name) {
        noClasses()
                .that()
                .resideInAPackage("latentwilds." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.badlogic..", "ai.djl..")
                .check(classes);
    }

    @Test
    void onlyTheTorchBackendKnowsDjl() {
        noClasses()
                .that()
                .resideOutsideOfPackage("latentwilds.synthesis.torch..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl..")
                .check(classes);
    }

    @Test
    void nobodyKnowsTheTorchBackendByItsClass() {
        noClasses()
                .that()
                .resideOutsideOfPackage("latentwilds.synthesis.torch..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("latentwilds.synthesis.torch..")
                .check(classes);
    }

    @Test
    void nothingStaticChanges() {
        Stream<JavaField> fields =
                classes.stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC));

        assertThat(fields)
                .isNotEmpty()
                .allSatisfy(
                        field -> {
                            assertThat(field.getModifiers())
                                    .as(field.getFullName())
                                    .contains(JavaModifier.FINAL);
                            assertThat(field.getRawType().getName())
                                    .as("type of " + field.getFullName())
                                    .doesNotStartWith("java.util.concurrent.")
                                    .isNotEqualTo(ThreadLocal.class.getName())
                                    .isNotEqualTo(StringBuilder.class.getName());
                        });
    }
}
