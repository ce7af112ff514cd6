package io.sipwright;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The house: floors, and what belongs on which. */
class ArchitectureTest {

    private static final String ROOT = "io.sipwright";

    /** A package imports only from floors below its own. */
    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            Map.entry("error", 0),
            Map.entry("pjsip", 1),
            Map.entry("secret", 1),
            Map.entry("template", 2),
            Map.entry("trunk", 3),
            Map.entry("user", 3),
            Map.entry("validation", 4),
            Map.entry("render", 4),
            Map.entry("store", 5),
            Map.entry("target", 5),
            Map.entry("reload", 5),
            Map.entry("apply", 6),
            Map.entry("", 7));

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** The part of a package name behind the root; empty for the root itself. */
    private static String house(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
    }

    @Test
    void every_package_is_on_a_floor() {
        assertThat(MAIN.stream().map(ArchitectureTest::house))
                .isNotEmpty()
                .allSatisfy(house -> assertThat(FLOORS).containsKey(house));
    }

    @Test
    void packages_import_only_from_floors_below() {
        classes()
                .should(new ArchCondition<JavaClass>("import only from floors below") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getDirectDependenciesFromSelf().stream()
                                .filter(ArchitectureTest::goesUpOrSideways)
                                .forEach(dependency ->
                                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
                    }
                })
                .check(MAIN);
    }

    private static boolean goesUpOrSideways(Dependency dependency) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (!target.getPackageName().startsWith(ROOT)) {
            return false;
        }
        String from = house(dependency.getOriginClass());
        String to = house(target);
        return !from.equals(to) && FLOORS.getOrDefault(from, -1) <= FLOORS.getOrDefault(to, 99);
    }

    @Test
    void only_what_reads_json_knows_jackson() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".pjsip", ROOT + ".template", ROOT + ".trunk", ROOT + ".user")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tools.jackson..")
                .check(MAIN);
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".trunk", ROOT + ".user")
                .should()
                .accessClassesThat() // which leaves annotations out
                .resideInAPackage("tools.jackson..")
                .check(MAIN);
    }

    @Test
    void only_validation_knows_its_engine() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".validation")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.hibernate..")
                .check(MAIN);
    }

    @Test
    void files_are_paths_and_no_one_sleeps_or_prints() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(java.io.File.class, java.io.FileReader.class, java.io.FileWriter.class)
                .check(MAIN);
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(MAIN);
        noClasses().should().accessField(System.class, "out").check(MAIN);
        noClasses().should().accessField(System.class, "err").check(MAIN);
    }

    @Test
    void names_say_what_a_class_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Common|Impl)(\\$.*)?")
                .check(MAIN);
        assertThat(MAIN.stream().map(ArchitectureTest::house)).noneMatch(house -> house.startsWith("internal"));
    }

    @Test
    void null_is_marked_in_every_package() {
        List<JavaPackage> packages =
                MAIN.stream().map(JavaClass::getPackage).distinct().toList();

        assertThat(packages)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.isAnnotatedWith(NullMarked.class))
                        .as(each.getName())
                        .isTrue());
    }
}
