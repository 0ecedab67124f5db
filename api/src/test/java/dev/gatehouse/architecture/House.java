package dev.gatehouse.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The words that the rules are written in. A rule about a package that does not stand yet holds from the day it does.
final class House {
    static final String ROOT = "dev.gatehouse";

    /// Packages one below a stage that are named after a technology, a format or a way of running.
    static final List<String> LEAVES = Stream.of(
                    "document.yaml",
                    "catalog.*",
                    "graph.neo4j",
                    "graph.memory",
                    "rules.drools",
                    "policies.opa",
                    "verdict.record.files",
                    "access.files",
                    "plan.timefold",
                    "execution.rehearsal",
                    "execution.durable",
                    "execution.temporal",
                    "steps.*")
            .map(House::in)
            .toList();

    private final String name;
    private final DescribedPredicate<JavaClass> who;
    private final String own;

    private House(String name, DescribedPredicate<JavaClass> who, String own) {
        this.name = name;
        this.who = who;
        this.own = own;
    }

    /// The package pattern of a stage or leaf with all below it.
    static String in(String name) {
        return ROOT + "." + name + "..";
    }

    /// The package patterns of several.
    static String[] homes(String... names) {
        return Arrays.stream(names).map(House::in).toArray(String[]::new);
    }

    static DescribedPredicate<JavaClass> leaves() {
        return resideInAnyPackage(LEAVES.toArray(String[]::new));
    }

    /// Everything below that package.
    static House stage(String name) {
        return new House(name, resideInAPackage(in(name)), in(name));
    }

    /// A stage without its leaves.
    static House root(String name) {
        return new House(name, resideInAPackage(in(name)).and(not(leaves())), in(name));
    }

    /// A stage's leaves.
    static House leavesOf(String name) {
        return new House("a leaf of " + name, resideInAPackage(in(name)).and(leaves()), in(name));
    }

    /// Beside itself and what is not ours.
    ArchRule mayUse(String... stages) {
        DescribedPredicate<JavaClass> allowed =
                not(resideInAPackage(ROOT + "..")).or(resideInAPackage(own)).or(resideInAnyPackage(homes(stages)));
        return classes()
                .that(who)
                .should()
                .onlyDependOnClassesThat(allowed)
                .allowEmptyShould(true)
                .as(name + " may use " + (stages.length == 0 ? "nothing else of ours" : String.join(", ", stages)));
    }

    /// Nobody outside these packages depends on a class of that kind.
    static ArchRule onlyIn(String[] homes, DescribedPredicate<JavaClass> what) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat(what)
                .allowEmptyShould(true);
    }

    /// Nobody outside these packages depends on a class of those packages.
    static ArchRule onlyIn(String[] homes, String... packages) {
        return onlyIn(homes, resideInAnyPackage(packages));
    }
}
