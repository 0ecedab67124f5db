package dev.gatehouse.graph.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.document.Json;
import dev.gatehouse.graph.Architectures;
import dev.gatehouse.graph.Delta;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.graph.StaleRevisionException;
import dev.gatehouse.graph.StoreException;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Neo4jGraphTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    private final List<Neo4jStore> stores = new ArrayList<>();

    @BeforeEach
    void begin() {
        stores.add(Databases.Harness.emptyStore());
    }

    @AfterEach
    void end() {
        stores.forEach(Neo4jStore::close);
    }

    private Neo4jGraph graph() {
        return stores.getFirst().graph();
    }

    private Neo4jGraph another() {
        stores.add(Databases.Harness.store());
        return stores.getLast().graph();
    }

    @Test
    void shows_the_present_as_nodes_and_relationships_that_cypher_can_ask() {
        graph().commit(0, commit(Delta.of(Architectures.everyKind())));

        assertThat(Databases.Harness.rows("""
                        MATCH (c:Component {name: 'checkout'})-[:OWNED_BY]->(g:Group)
                        RETURN c.ref AS ref, c.tier AS tier, c.rto AS rto, c.dataClassification AS classes,
                               c.roles AS roles, c.file AS file, c.line AS line, g.name AS owner"""))
                .containsExactly(Map.of(
                        "ref", "component:default/checkout",
                        "tier", 1L,
                        "rto", "PT1H30M",
                        "classes", List.of("cardholder", "personal"),
                        "roles", "{\"gateway\":\"zuul\",\"load-balancer\":\"ribbon\"}",
                        "file", "catalog/a b.yaml",
                        "line", 12L,
                        "owner", "shop"));
        assertThat(Databases.Harness.rows("""
                        MATCH (:Component {name: 'checkout'})-[d:DEPENDS_ON]->(to:Component)
                        RETURN to.ref AS to, d.name AS name, d.criticality AS criticality, d.timeout AS timeout,
                               d.circuitBreaker AS breaker, d.source AS source"""))
                .containsExactly(Map.of(
                        "to", "component:bank/Payments_v2",
                        "name", "checkout-to-payments",
                        "criticality", "hard",
                        "timeout", "PT2S",
                        "breaker", true,
                        "source", "https://git.example/shop#catalog"));
        assertThat(
                        Databases.Harness.rows(
                                "MATCH (:Component)-[f:SENDS_TO]->(:Resource) RETURN f.carries AS carries, f.channel AS channel"))
                .containsExactly(Map.of("carries", List.of("personal"), "channel", "orders"));
    }

    @Test
    void keeps_the_present_equal_to_the_history_over_random_edits() {
        Random random = new Random(11);
        Map<EntityRef, Declaration> now = new HashMap<>();
        for (int revision = 0; revision < 30; revision++) {
            Delta delta = Architectures.randomEdit(random, now);
            delta.removes().forEach(now::remove);
            now.putAll(delta.puts());
            graph().commit(revision, commit(delta));
        }

        assertThat(graph().verify()).isEmpty();
        assertThat(contents(another().head().snapshot())).isEqualTo(Set.copyOf(now.values()));
    }

    @Test
    void follows_what_another_server_wrote() {
        Neo4jGraph other = another();
        graph().commit(0, commit(Delta.of(List.of(Architectures.component("checkout")))));

        assertThat(other.head().revision().number()).isEqualTo(1);
        other.commit(1, commit(Delta.of(List.of(Architectures.component("payments")))));

        assertThat(contents(graph().head().snapshot())).hasSize(2);
        assertThatThrownBy(() -> graph().commit(1, commit(Delta.NONE))).isInstanceOf(StaleRevisionException.class);
    }

    @Test
    void writes_a_large_difference_in_parts_and_reads_it_back() {
        List<Declaration> many = IntStream.range(0, 2 * Parts.SIZE + 5)
                .mapToObj(i -> Architectures.component("c" + i))
                .toList();
        graph().commit(0, commit(Delta.of(many)));

        assertThat(contents(another().head().snapshot())).isEqualTo(Set.copyOf(many));
        assertThat(Databases.Harness.rows("MATCH (n:Component) RETURN count(n) AS components"))
                .containsExactly(Map.of("components", (long) many.size()));
    }

    @Test
    void keeps_everything_now_and_then_so_that_reading_stays_short() {
        List<Declaration> many = IntStream.range(0, Parts.SIZE)
                .mapToObj(i -> Architectures.component("c" + i))
                .toList();
        for (int revision = 0; revision < 4; revision++) {
            graph().commit(revision, commit(Delta.of(many)));
        }

        assertThat(Databases.Harness.rows("MATCH (r:Revision) WHERE r.full IS NOT NULL RETURN r.number AS number"))
                .containsExactly(Map.of("number", 4L));
        assertThat(contents(another().head().snapshot())).isEqualTo(Set.copyOf(many));
        assertThat(contents(graph().at(2))).hasSize(many.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MATCH (n:Component {name: 'checkout'}) SET n.tier = 4",
                "MATCH (n:Component {name: 'checkout'}) DETACH DELETE n",
                "CREATE (:Component {name: 'intruder'})",
                "CREATE (:Entity:Component {ref: 'component:default/intruder'})",
                "MATCH (n:Component {name: 'checkout'}) SET n:Resource",
                "MATCH ()-[d:DEPENDS_ON]->() SET d.criticality = 'soft'",
                "MATCH ()-[d:DEPENDS_ON]->() DELETE d",
                "MATCH (c:Component {name: 'checkout'})-[r:OWNED_BY]->() DELETE r",
                "MATCH (c:Api), (g:Group) CREATE (c)-[:OWNED_BY]->(g)",
                "MATCH (a:Group), (b:Component) CREATE (a)-[:SENDS_TO]->(b)"
            })
    void refuses_decisions_on_what_was_edited_past_it_until_it_is_restored(String edit) {
        graph().commit(0, commit(Delta.of(Architectures.everyKind())));
        Databases.Harness.run(edit);

        Neo4jGraph edited = another();
        assertThatThrownBy(edited::head)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("edited past Gatehouse")
                .hasMessageContaining("import again");

        edited.restore();
        assertThat(contents(edited.head().snapshot())).isEqualTo(Set.copyOf(Architectures.everyKind()));
        assertThat(edited.verify()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MATCH (r:Revision {number: 1}) SET r.record = replace(r.record, 'me', 'you')",
                "MATCH (r:Revision {number: 1}) DETACH DELETE r",
                "MATCH (p:Part) WHERE p.number = 1 DELETE p",
                "MATCH (p:Part {number: 1}), (q:Part {number: 2}) SET p.bytes = q.bytes",
                "MATCH (h:Head) DELETE h"
            })
    void does_not_open_a_damaged_history(String damage) {
        graph().commit(0, commit(Delta.of(Architectures.everyKind())));
        graph().commit(1, commit(Delta.of(List.of(Architectures.component("late")))));
        Databases.Harness.run(damage);

        assertThatThrownBy(() -> another().head())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Likely cure: restore a backup");
    }

    @Test
    void finishes_what_a_crash_left_half_written() {
        graph().commit(0, commit(Delta.of(Architectures.everyKind())));
        Databases.Harness.run("MATCH (h:Head) SET h.applied = 0 WITH h MATCH (n:Component) DETACH DELETE n");

        Neo4jGraph opened = another();

        assertThat(opened.verify()).isEmpty();
        assertThat(contents(opened.head().snapshot())).isEqualTo(Set.copyOf(Architectures.everyKind()));
    }

    @Test
    void what_a_larger_write_left_before_it_became_a_revision_goes_before_the_next() {
        graph().commit(0, commit(Delta.of(Architectures.everyKind())));
        Databases.Harness.run("CREATE (:Part {load: 'lost', number: 1, index: 0})");
        List<Declaration> many = IntStream.rangeClosed(0, Parts.SIZE)
                .mapToObj(number -> Architectures.component("c" + number))
                .toList();

        another().commit(1, commit(Delta.of(many)));

        assertThat(Databases.Harness.rows("MATCH (p:Part {load: 'lost'}) RETURN p.index AS index"))
                .isEmpty();
        assertThat(another().head().revision().number()).isEqualTo(2);
    }

    @Test
    void refuses_a_schema_that_a_newer_gatehouse_wrote() {
        Databases.Harness.run("MATCH (s:GatehouseSchema) SET s.version = s.version + 1");
        try {
            assertThatThrownBy(this::another)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("use the newer Gatehouse");
        } finally {
            Databases.Harness.run("MATCH (s:GatehouseSchema) SET s.version = s.version - 1");
        }
    }

    private static Graph.Commit commit(Delta delta) {
        return new Graph.Commit(delta, List.of(), NOW, "me", Json.write(Map.of("why", "test")));
    }

    private static Set<Declaration> contents(Snapshot snapshot) {
        return Set.copyOf(IntStream.range(0, snapshot.size())
                .mapToObj(snapshot::at)
                .flatMap(Stream::ofNullable)
                .toList());
    }
}
