package dev.gatehouse.graph.neo4j;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.gatehouse.graph.Delta;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Relation;
import dev.gatehouse.model.component.Dependency;
import dev.gatehouse.model.component.Flow;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.neo4j.driver.Query;
import org.neo4j.driver.Values;

/// The present architecture in Cypher: how a difference is written onto it.
///
/// An entity is a node with the label `Entity` and that of its kind; a dependency or flow is a relationship. What is
/// referred to and not declared is a node with the label `Undeclared`. Run from the first to the last statement, and
/// again from the first after a crash, the outcome is the same. Indexes are named, for a plan made while the graph was
/// empty would scan it when it is not.
final class Present {
    /// How the relationship of a kind is called.
    static final Map<Kind, String> EDGES = new TreeMap<>(Map.of(Kind.DEPENDENCY, "DEPENDS_ON", Kind.FLOW, "SENDS_TO"));

    private static final Set<Relation> NOT_PLAIN =
            EnumSet.of(Relation.DEPENDENCY_FROM, Relation.DEPENDENCY_TO, Relation.FLOW_FROM, Relation.FLOW_TO);

    /// The relationships that come from an attribute of a node.
    static final List<Relation> RELATIONS = Arrays.stream(Relation.values())
            .filter(relation -> !NOT_PLAIN.contains(relation))
            .toList();

    /// The labels of the kinds that stand as nodes.
    static final Map<Kind, String> LABELS = labels();

    private static final String REMOVE = """
            UNWIND $rows AS row
            MATCH (n:Entity {ref: row}) USING INDEX SEEK n:Entity(ref)
            SET n = {ref: row}, n:Undeclared
            REMOVE n:%s""".formatted(String.join(":", LABELS.values()));

    private static final String FORGET = "MATCH (n:Undeclared) WHERE NOT (n)--() DELETE n";

    private Present() {}

    private static Map<Kind, String> labels() {
        Map<Kind, String> labels = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            if (!Properties.isEdge(kind) && kind != Kind.CYCLE && kind != Kind.ARTIFACT) {
                labels.put(kind, kind.name().charAt(0) + kind.word().substring(1));
            }
        }
        return labels;
    }

    /// What writes the difference: queries in order, each over at most [Parts#SIZE] rows in the parameter `rows`. To be
    /// made one by one, ahead of being run, for all of them would weigh many times what the difference does.
    ///
    /// @param onNothing that nothing is there yet, so that nothing needs to be taken away first
    static Stream<Supplier<Query>> statements(Delta delta, boolean onNothing) {
        Map<Kind, List<Declaration>> puts = delta.puts().values().stream()
                .collect(groupingBy(put -> put.ref().kind()));
        Map<Kind, List<EntityRef>> removes = delta.removes().stream().collect(groupingBy(EntityRef::kind));
        List<Declaration> nodes = LABELS.keySet().stream()
                .flatMap(kind -> puts.getOrDefault(kind, List.of()).stream())
                .toList();
        List<EntityRef> gone = LABELS.keySet().stream()
                .flatMap(kind -> removes.getOrDefault(kind, List.of()).stream())
                .toList();
        return Stream.of(
                        LABELS.keySet().stream().flatMap(kind -> nodes(kind, puts.getOrDefault(kind, List.of()))),
                        undeclared(delta),
                        unrelate(onNothing ? List.of() : nodes, Declaration::ref),
                        unrelate(gone, Function.identity()),
                        relate(nodes),
                        EDGES.keySet().stream().flatMap(kind -> edges(kind, puts, removes, onNothing)),
                        rows(REMOVE, gone, EntityRef::toString),
                        Stream.<Supplier<Query>>of(() -> new Query(FORGET)))
                .flatMap(Function.identity());
    }

    private static Stream<Supplier<Query>> nodes(Kind kind, List<Declaration> puts) {
        String query = """
                UNWIND $rows AS row
                MERGE (n:Entity {ref: row.ref})
                SET n = row, n:%s
                REMOVE n:Undeclared""".formatted(LABELS.get(kind));
        return rows(query, puts, Properties::of);
    }

    /// A node for each name that the difference refers to and does not declare.
    private static Stream<Supplier<Query>> undeclared(Delta delta) {
        List<EntityRef> named = delta.puts().values().stream()
                .flatMap(put -> put.entity().references().stream())
                .map(Entity.Reference::target)
                .distinct()
                .filter(target -> !delta.puts().containsKey(target))
                .toList();
        String query = "UNWIND $rows AS row MERGE (n:Entity {ref: row}) ON CREATE SET n:Undeclared";
        return rows(query, named, EntityRef::toString);
    }

    private static <T> Stream<Supplier<Query>> unrelate(List<T> nodes, Function<T, EntityRef> ref) {
        String query = """
                UNWIND $rows AS row
                MATCH (n:Entity {ref: row})-[r:%s]->() USING INDEX SEEK n:Entity(ref)
                DELETE r""".formatted(RELATIONS.stream().map(Relation::name).collect(joining("|")));
        return rows(query, nodes, node -> ref.apply(node).toString());
    }

    private static Stream<Supplier<Query>> relate(List<Declaration> nodes) {
        Map<Relation, List<Related>> related = nodes.stream()
                .flatMap(node -> node.entity().references().stream().map(reference -> new Related(node, reference)))
                .collect(groupingBy(each -> each.reference.relation(), TreeMap::new, toList()));
        return related.entrySet().stream().flatMap(relation -> {
            String query = """
                    UNWIND $rows AS row
                    MATCH (a:Entity {ref: row.from}) USING INDEX SEEK a:Entity(ref)
                    MATCH (b:Entity {ref: row.to}) USING INDEX SEEK b:Entity(ref)
                    CREATE (a)-[r:%s]->(b) SET r = row.properties""".formatted(relation.getKey());
            return rows(query, relation.getValue(), Related::row);
        });
    }

    private static Stream<Supplier<Query>> edges(
            Kind kind, Map<Kind, List<Declaration>> puts, Map<Kind, List<EntityRef>> removes, boolean onNothing) {
        String type = EDGES.get(kind);
        String create = """
                UNWIND $rows AS row
                MATCH (a:Entity {ref: row.from}) USING INDEX SEEK a:Entity(ref)
                UNWIND row.edges AS edge
                MATCH (b:Entity {ref: edge.to}) USING INDEX SEEK b:Entity(ref)
                CREATE (a)-[r:%s]->(b) SET r = edge.properties""".formatted(type);
        String query = "UNWIND $rows AS row MATCH ()-[r:" + type + " {ref: row}]->() USING INDEX SEEK r:" + type
                + "(ref) DELETE r";
        List<Declaration> edges = puts.getOrDefault(kind, List.of());
        return Stream.of(
                        rows(query, removes.getOrDefault(kind, List.of()), EntityRef::toString),
                        rows(
                                query,
                                onNothing ? List.of() : edges,
                                edge -> edge.ref().toString()),
                        batches(create, edges, Present::byStart))
                .flatMap(Function.identity());
    }

    /// A row for each start, so that it is looked up once.
    private static List<Map<String, Object>> byStart(List<Declaration> edges) {
        return edges.stream().collect(groupingBy(Present::from, LinkedHashMap::new, toList())).entrySet().stream()
                .map(start -> Map.of(
                        "from",
                        start.getKey().toString(),
                        "edges",
                        start.getValue().stream().map(Present::edge).toList()))
                .toList();
    }

    private static Map<String, Object> edge(Declaration declaration) {
        return Map.of("to", to(declaration).toString(), "properties", Properties.of(declaration));
    }

    static EntityRef from(Declaration edge) {
        return switch (edge.entity()) {
            case Dependency dependency -> dependency.from();
            case Flow flow -> flow.from();
            default -> throw new IllegalArgumentException(edge.ref() + " is not an edge");
        };
    }

    static EntityRef to(Declaration edge) {
        return switch (edge.entity()) {
            case Dependency dependency -> dependency.to();
            case Flow flow -> flow.to();
            default -> throw new IllegalArgumentException(edge.ref() + " is not an edge");
        };
    }

    private static <T> Stream<Supplier<Query>> rows(String query, Collection<T> values, Function<T, ?> row) {
        return batches(query, values, batch -> batch.stream().map(row).toList());
    }

    private static <T> Stream<Supplier<Query>> batches(
            String query, Collection<T> values, Function<List<T>, List<?>> rows) {
        return Parts.pieces(values).stream()
                .map(batch -> () -> new Query(query, Values.parameters("rows", rows.apply(batch))));
    }

    private record Related(Declaration node, Entity.Reference reference) {
        Map<String, Object> row() {
            return Map.of(
                    "from", node.ref().toString(),
                    "to", reference.target().toString(),
                    "properties", Properties.provenance(node.provenance()));
        }
    }
}
