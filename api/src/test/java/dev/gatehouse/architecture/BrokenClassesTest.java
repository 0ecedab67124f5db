package dev.gatehouse.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every rule is shown classes that it must reject: a rule that rejects nothing holds nothing.
@TestInstance(Lifecycle.PER_CLASS)
final class BrokenClassesTest {
    private JavaClasses imported;

    @BeforeAll
    void compile(@TempDir Path folder) throws IOException {
        BrokenClasses.compileInto(folder);
        imported = new ClassFileImporter().importPath(folder);
    }

    static Stream<String> rules() {
        return fields().map(Field::getName);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_rejects_its_broken_class(String name) throws IllegalAccessException {
        JavaClasses classes =
                imported.that(describe("break " + name, type -> BrokenClasses.breaks(type.getName(), name)));
        assertThat(classes).as("broken classes for the rule " + name).isNotEmpty();
        assertThat(rule(name).evaluate(classes).getFailureReport().getDetails()).isNotEmpty();
    }

    @Test
    void every_broken_class_is_for_a_rule() {
        assertThat(rules()).containsAll(BrokenClasses.rules());
    }

    private static ArchRule rule(String name) throws IllegalAccessException {
        Field field =
                fields().filter(each -> each.getName().equals(name)).findFirst().orElseThrow();
        return (ArchRule) field.get(null);
    }

    private static Stream<Field> fields() {
        return Stream.of(
                        StageRules.class, FaceRules.class, TechnologyRules.class, PurityRules.class, PackageRules.class)
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .filter(field -> field.getType().equals(ArchRule.class));
    }
}
