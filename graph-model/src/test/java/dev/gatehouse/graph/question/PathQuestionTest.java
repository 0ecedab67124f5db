package dev.gatehouse.graph.question;

import static dev.gatehouse.graph.Sketch.ref;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.graph.Sketch;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PathQuestionTest {
    private static final EntityRef PRODUCTION = ref("environment:production");
    private static final String STAYS_IN_REGION = """
            {from: {kind: component, dataClassification: personal},
             along: {edges: flow, direction: downstream, where: {carries: personal}},
             to: {region: {not: $from.region}},
             avoiding: {tags: [anonymised]}}""";

    static PathQuestion question(String flow) {
        String json = flow.replaceAll("([$\\w.][\\w.]*)", "\"$1\"").replaceAll("\"(true|false|\\d+)\"", "$1");
        return PathQuestion.read(new Document("path.yaml", Json.read(json, JsonNode.class), Map.of()));
    }

    private static List<Answer> ask(
            PathQuestion question, Sketch sketch, @Nullable EntityRef environment, String from) {
        Snapshot snapshot = sketch.snapshot();
        return question.answers(snapshot, environment, snapshot.indexOf(ref(from)));
    }

    private static Sketch shop() {
        return Sketch.sketch()
                .component("crm", Map.of("region", "eu", "dataClassification", Set.of("personal")))
                .component("hub", Map.of("region", "eu"))
                .component("ads", Map.of("region", "us"))
                .component("stats", Map.of("region", "us"))
                .flow("crm", "hub", Set.of("personal"))
                .flow("hub", "ads", Set.of("personal"))
                .flow("hub", "stats", Set.of());
    }

    @Test
    void follows_only_edges_that_carry_what_is_asked_for() {
        List<Answer> answers = ask(question(STAYS_IN_REGION), shop(), null, "crm");

        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.to()).isEqualTo(ref("ads"));
            assertThat(answer.path())
                    .containsExactly(
                            new Hop(ref("crm"), ref("flow:crm-to-hub"), ref("hub")),
                            new Hop(ref("hub"), ref("flow:hub-to-ads"), ref("ads")));
            assertThat(answer.certain()).isTrue();
        });
    }

    @Test
    void does_not_pass_what_is_to_be_avoided_but_may_end_there() {
        Sketch node = shop().component("hub", Map.of("tags", Set.of("anonymised")));
        Sketch edge = shop().flow("hub", "ads", Set.of("personal"), "anonymised");
        Sketch end = shop().component("ads", Map.of("tags", Set.of("anonymised")));

        assertThat(ask(question(STAYS_IN_REGION), node, null, "crm")).isEmpty();
        assertThat(ask(question(STAYS_IN_REGION), edge, null, "crm")).isEmpty();
        assertThat(ask(question(STAYS_IN_REGION), end, null, "crm")).hasSize(1);
    }

    @Test
    void an_unknown_region_makes_the_answer_uncertain_and_is_named() {
        Sketch sketch = shop().flow("crm", "mystery", Set.of("personal"));

        assertThat(ask(question(STAYS_IN_REGION), sketch, null, "crm"))
                .extracting(Answer::to, Answer::unknown)
                .containsExactly(
                        tuple(ref("ads"), List.of()),
                        tuple(ref("mystery"), List.of(new Unknown(ref("mystery"), "region"))));
    }

    @Test
    void the_deployment_in_the_environment_says_the_region_first() {
        Sketch sketch = shop().environment("production", "eu")
                .deployed("ads", "production", "eu")
                .deployed("hub", "production", "us");

        assertThat(ask(question(STAYS_IN_REGION), sketch, PRODUCTION, "crm"))
                .extracting(Answer::to)
                .containsExactly(ref("hub"));
    }

    @Test
    void a_deployment_without_region_stands_in_that_of_its_environment() {
        Sketch sketch = shop().flow("crm", "mystery", Set.of("personal"))
                .environment("production", "eu")
                .deployed("mystery", "production", null);

        assertThat(ask(question(STAYS_IN_REGION), sketch, PRODUCTION, "crm"))
                .extracting(Answer::to)
                .containsExactly(ref("ads"));
    }

    @Test
    void demands_a_node_on_the_way() {
        PathQuestion question = question(
                "{from: {kind: component}, along: {edges: dependency}, to: {name: database}, through: {roles: gateway}}");
        Sketch sketch = Sketch.sketch()
                .hard("web", "database")
                .hard("web", "edge")
                .hard("edge", "api")
                .hard("api", "database")
                .component("edge", Map.of("roles", Map.of("gateway", "zuul")));

        assertThat(ask(question, sketch, null, "web"))
                .singleElement()
                .satisfies(answer -> assertThat(answer.path())
                        .extracting(Hop::to)
                        .containsExactly(ref("edge"), ref("api"), ref("database")));
        assertThat(ask(question, sketch, null, "api")).isEmpty();
    }

    @Test
    void walks_upstream_with_hops_as_they_are_declared() {
        PathQuestion question = question(
                "{from: {name: database}, along: {edges: dependency, direction: upstream}, to: {tier: {atMost: 1}}}");
        Sketch sketch = Sketch.sketch()
                .component("web", Map.of("tier", 1))
                .hard("web", "api")
                .hard("api", "database");

        assertThat(ask(question, sketch, null, "database"))
                .filteredOn(Answer::certain)
                .singleElement()
                .satisfies(answer ->
                        assertThat(answer.path()).extracting(Hop::from).containsExactly(ref("api"), ref("web")));
    }

    @Test
    void folds_the_worst_path_and_names_what_could_make_it_worse() {
        PathQuestion question =
                question("{from: {name: web}, along: {edges: dependency}, to: {name: database}, fold: {sum: latency}}");
        Sketch sketch = Sketch.sketch()
                .component("web", Map.of("latency", Duration.ofMillis(5)))
                .component("slow", Map.of("latency", Duration.ofMillis(100)))
                .component("database", Map.of("latency", Duration.ofMillis(20)))
                .hard("web", "database", "slow", "silent")
                .hard("slow", "database")
                .hard("silent", "database");

        assertThat(ask(question, sketch, null, "web")).singleElement().satisfies(answer -> {
            assertThat(answer.measure()).isEqualByComparingTo(new BigDecimal("0.125"));
            assertThat(answer.path()).extracting(Hop::to).containsExactly(ref("slow"), ref("database"));
            assertThat(answer.unknown()).containsExactly(new Unknown(ref("silent"), "latency"));
        });
    }

    @Test
    void folds_the_product_of_attempts() {
        PathQuestion question = question(
                "{from: {name: web}, along: {edges: dependency}, to: {name: database}, fold: {product: retries}}");
        Sketch sketch =
                Sketch.sketch().hard("web", "api", Map.of("retries", 2)).hard("api", "database", Map.of("retries", 3));

        assertThat(ask(question, sketch, null, "web"))
                .extracting(Answer::measure)
                .containsExactly(new BigDecimal("12"));
    }

    @Test
    void names_every_misspelt_word_with_the_nearest_known_one() {
        assertThatThrownBy(() -> question("""
                        {fro: {}, along: {edges: flwo, where: {crries: personal}}, to: {teir: {atleast: 2}},
                         avoiding: {tgas: anonymised}, fold: {sum: latncy}}"""))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        invalid -> assertThat(invalid.diagnostics())
                                .extracting(diagnostic -> diagnostic.cure())
                                .contains(
                                        "did you mean 'from'?",
                                        "did you mean 'flow'?",
                                        "did you mean 'carries'?",
                                        "did you mean 'tier'?",
                                        "did you mean 'tags'?",
                                        "did you mean 'latency'?"));
    }

    @Test
    void refuses_values_of_the_wrong_kind() {
        assertThatThrownBy(() -> question("""
                        {from: {tier: high, region: {atLeast: eu}},
                         along: {edges: dependency, where: {criticality: hrad, timeout: $from.tier}}}"""))
                .hasMessageContaining("'high' is not a value of 'tier'; write a number")
                .hasMessageContaining("'region' has no order")
                .hasMessageContaining("did you mean 'hard'?")
                .hasMessageContaining("different kinds of value");
    }
}
