package dev.gatehouse.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.gatehouse.architecture.House.LEAVES;
import static dev.gatehouse.architecture.House.homes;
import static dev.gatehouse.architecture.House.onlyIn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/// Where each technology lives. The graph server is a program of its own, and not seen from here.
final class TechnologyRules {
    private static final String JACKSON = "com.fasterxml.jackson..";

    @ArchTest
    static final ArchRule neo4j_stays_in_its_leaf = onlyIn(homes("graph.neo4j"), "org.neo4j..")
            .because("the driver is the only way in, and the graph's port all that others know");

    @ArchTest
    static final ArchRule drools_stays_in_its_leaf = onlyIn(homes("rules.drools"), "org.drools..", "org.kie..")
            .because("facts and findings are plain records, so another engine could judge them");

    @ArchTest
    static final ArchRule yaml_stays_in_its_leaf = onlyIn(homes("document.yaml"), "org.snakeyaml..", "org.yaml..")
            .because("a document is a tree with places, however it was written");

    @ArchTest
    static final ArchRule json_schema_stays_in_its_package =
            onlyIn(homes("document.schema"), "com.networknt..").because("a schema's mistakes become diagnostics there");

    @ArchTest
    static final ArchRule timefold_stays_in_its_leaf =
            onlyIn(homes("plan.timefold"), "ai.timefold..").because("a calendar is a value, whoever found it");

    @ArchTest
    static final ArchRule temporal_stays_in_its_leaf =
            onlyIn(homes("execution.temporal"), "io.temporal..").because("every driver runs the same machine");

    @ArchTest
    static final ArchRule the_web_server_stays_in_rest = onlyIn(
                    homes("rest", "app"),
                    "io.dropwizard..",
                    "org.eclipse.jetty..",
                    "org.glassfish.jersey..",
                    "jakarta.ws.rs..")
            .because("a use case does not know that it was asked for over HTTP");

    @ArchTest
    static final ArchRule telemetry_stays_in_rest = onlyIn(
                    homes("rest", "app"), "io.opentelemetry..", "io.micrometer..")
            .because("what is measured is how it was asked for, not what was decided");

    @ArchTest
    static final ArchRule picocli_stays_in_the_command_line =
            onlyIn(homes("cli", "app"), "picocli..").because("a use case does not know that it was typed");

    @ArchTest
    static final ArchRule jackson_is_not_in_plain_records = noClasses()
            .that()
            .resideInAnyPackage(homes("model", "process"))
            .or()
            .resideInAnyPackage("dev.gatehouse.graph", "dev.gatehouse.facts", "dev.gatehouse.findings")
            .should()
            .dependOnClassesThat(resideInAPackage(JACKSON))
            .allowEmptyShould(true)
            .because("records say what they mean without saying how they are written");

    @ArchTest
    static final ArchRule sheets_and_paths_only_read_trees = noClasses()
            .that()
            .resideInAnyPackage("dev.gatehouse.facts.sheet..", "dev.gatehouse.graph.traversal..")
            .should()
            .dependOnClassesThat(resideInAPackage(JACKSON).and(not(assignableTo(JsonNode.class))))
            .allowEmptyShould(true)
            .because("a stored tree is read there, and written in one way by document alone");

    @ArchTest
    static final ArchRule only_document_and_the_edges_make_mappers = onlyIn(
                    Stream.concat(Stream.of(homes("document", "rest", "client", "mcp", "app")), LEAVES.stream())
                            .toArray(String[]::new),
                    assignableTo(ObjectMapper.class))
            .because("equal records give equal bytes only where one mapper writes them");

    private TechnologyRules() {}
}
