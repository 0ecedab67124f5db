package dev.gatehouse.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import org.jspecify.annotations.NullMarked;

/// What holds for every package.
final class PackageRules {
    @ArchTest
    static final ArchRule packages_form_no_circles = slices().matching("dev.gatehouse.(**)")
            .should()
            .beFreeOfCycles()
            .because("a circle can only be understood and changed as a whole");

    @ArchTest
    static final ArchRule every_package_is_null_marked = classes()
            .should(ArchConditions.be(DescribedPredicate.<JavaClass>describe(
                    "in a package whose package-info says @NullMarked",
                    type -> type.getPackage().isAnnotatedWith(NullMarked.class))))
            .because("what may be missing is said by its type");

    private PackageRules() {}
}
