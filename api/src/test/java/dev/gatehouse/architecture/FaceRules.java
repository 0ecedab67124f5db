package dev.gatehouse.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static dev.gatehouse.architecture.House.homes;
import static dev.gatehouse.architecture.House.in;
import static dev.gatehouse.architecture.House.stage;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.stream.Stream;

/// The way in: use cases, the faces that ask for them, and the program that wires everything.
final class FaceRules {
    private static final String[] STAGES = {
        "model",
        "document",
        "process",
        "catalog",
        "graph",
        "facts",
        "findings",
        "rules",
        "policies",
        "verdict",
        "standing",
        "access",
        "plan",
        "packaging",
        "automation",
        "execution",
        "steps",
        "operate"
    };

    /// What a face may speak of.
    private static final String[] SPOKEN = Stream.concat(
                    Stream.of(STAGES).filter(stage -> !stage.equals("process") && !stage.equals("steps")),
                    Stream.of("usecase"))
            .toArray(String[]::new);

    @ArchTest
    static final ArchRule usecase_uses_the_stages =
            stage("usecase").mayUse(STAGES).because("what may be asked for does not depend on the way in");

    @ArchTest
    static final ArchRule client_uses_use_cases =
            stage("client").mayUse(SPOKEN).because("a use case is the same here and over the network");

    @ArchTest
    static final ArchRule rest_uses_use_cases =
            stage("rest").mayUse(SPOKEN).because("no face knows another, so each gets the same answer");

    @ArchTest
    static final ArchRule mcp_uses_use_cases =
            stage("mcp").mayUse(SPOKEN).because("no face knows another, so each gets the same answer");

    @ArchTest
    static final ArchRule web_uses_use_cases =
            stage("web").mayUse(SPOKEN).because("no face knows another, so each gets the same answer");

    @ArchTest
    static final ArchRule cli_uses_use_cases =
            stage("cli").mayUse(SPOKEN).because("no face knows another, so each gets the same answer");

    @ArchTest
    static final ArchRule nobody_uses_app =
            House.onlyIn(homes("app"), in("app")).because("wiring is the end of the way, and nothing is built on it");

    @ArchTest
    static final ArchRule only_app_sees_leaves = ArchRuleDefinition.classes()
            .that(not(resideInAPackage(in("app"))))
            .should(seeNoLeafButTheirOwn())
            .because("a technology can be exchanged only where its port is all that is known of it");

    private FaceRules() {}

    private static ArchCondition<JavaClass> seeNoLeafButTheirOwn() {
        return new ArchCondition<>("see no leaf but their own") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                    String leaf = leafOf(dependency.getTargetClass());
                    if (!leaf.isEmpty() && !leaf.equals(leafOf(origin)) && !ownWordsInACatalog(origin, leaf)) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    /// Foreign formats carry our own attributes in their annotations, and read them as our format does.
    private static boolean ownWordsInACatalog(JavaClass origin, String leaf) {
        return leaf.equals("dev.gatehouse.catalog.gatehouse") && leafOf(origin).startsWith("dev.gatehouse.catalog.");
    }

    /// The leaf's package, or nothing.
    private static String leafOf(JavaClass type) {
        String name = type.getPackageName();
        boolean inLeaf =
                House.LEAVES.stream().anyMatch(leaf -> PackageMatcher.of(leaf).matches(name));
        return inLeaf ? String.join(".", Stream.of(name.split("\\.")).limit(4).toList()) : "";
    }
}
