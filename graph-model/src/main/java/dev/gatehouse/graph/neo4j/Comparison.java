package dev.gatehouse.graph.neo4j;

import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Relation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/// Compares the present architecture in Neo4j with the snapshot that the history gives.
final class Comparison {
    /// How many differences are told.
    private static final int TOLD = 5;

    private final Bolt bolt;
    private final Snapshot snapshot;
    private final List<String> differences = new ArrayList<>();
    private final BitSet seen = new BitSet();

    Comparison(Bolt bolt, Snapshot snapshot) {
        this.bolt = bolt;
        this.snapshot = snapshot;
    }

    /// The first few, each naming its entity.
    List<String> differences() {
        strangers();
        nodes();
        Present.EDGES.forEach(this::edges);
        relations();
        missing();
        return differences.stream().limit(TOLD).toList();
    }

    private void strangers() {
        String query = "MATCH (n:" + String.join("|", Present.LABELS.values())
                + ") WHERE NOT n:Entity RETURN labels(n) AS labels, n.name AS name LIMIT " + TOLD;
        read(query, row -> differences.add("a node " + row.get("labels") + " named " + row.get("name") + " was added"));
    }

    private void nodes() {
        String query = "MATCH (n:Entity) WHERE NOT n:Undeclared RETURN n.ref AS ref, labels(n) AS labels,"
                + " properties(n) AS properties";
        read(query, row -> {
            Declaration declaration = declared(row);
            if (declaration != null) {
                Set<Object> labels = new HashSet<>(row.get("labels").asList());
                compare(row, declaration, Set.of("Entity", label(declaration)).equals(labels));
            }
        });
    }

    private static String label(Declaration declaration) {
        return Present.LABELS.getOrDefault(declaration.ref().kind(), "");
    }

    private void edges(Kind kind, String type) {
        String query = "MATCH (a)-[r:" + type
                + "]->(b) RETURN r.ref AS ref, a.ref AS from, b.ref AS to, properties(r) AS properties";
        read(query, row -> {
            Declaration declaration = declared(row);
            if (declaration != null) {
                boolean same = declaration.ref().kind() == kind
                        && Present.from(declaration)
                                .toString()
                                .equals(row.get("from").asString(""))
                        && Present.to(declaration)
                                .toString()
                                .equals(row.get("to").asString(""));
                compare(row, declaration, same);
            }
        });
    }

    private @Nullable Declaration declared(Record row) {
        String text = row.get("ref").asString("");
        int index = -1;
        try {
            index = snapshot.indexOf(EntityRef.parse(text));
        } catch (IllegalArgumentException e) {
            // No name that Gatehouse gives; told below.
        }
        Declaration declaration = index < 0 ? null : snapshot.at(index);
        if (declaration == null) {
            differences.add("'" + text + "' was added");
        } else {
            seen.set(index);
        }
        return declaration;
    }

    private void compare(Record row, Declaration declaration, boolean same) {
        if (!same || !Properties.of(declaration).equals(row.get("properties").asMap())) {
            differences.add(declaration.ref() + " was changed");
        }
    }

    /// Relationships that come from attributes: as many of each type as there are references, each from and to where a
    /// reference goes.
    private void relations() {
        Map<Relation, Long> expected = new HashMap<>();
        for (int i = 0; i < snapshot.size(); i++) {
            Declaration declaration = snapshot.at(i);
            if (declaration != null && !Properties.isEdge(declaration.ref().kind())) {
                declaration
                        .entity()
                        .references()
                        .forEach(reference -> expected.merge(reference.relation(), 1L, Long::sum));
            }
        }
        for (Relation relation : Present.RELATIONS) {
            long[] found = {0};
            read(
                    "MATCH (a)-[r:" + relation
                            + "]->(b) RETURN a.ref AS from, b.ref AS to, properties(r) AS properties",
                    row -> {
                        found[0]++;
                        relation(relation, row);
                    });
            if (found[0] != expected.getOrDefault(relation, 0L)) {
                differences.add("there are " + found[0] + " relationships " + relation + " instead of "
                        + expected.getOrDefault(relation, 0L));
            }
        }
    }

    private void relation(Relation relation, Record row) {
        String from = row.get("from").asString("");
        String to = row.get("to").asString("");
        Declaration declaration = from.isEmpty() ? null : snapshot.find(EntityRef.parse(from));
        boolean same = declaration != null
                && declaration.entity().references().stream()
                        .anyMatch(reference -> reference.relation() == relation
                                && reference.target().toString().equals(to))
                && Properties.provenance(declaration.provenance())
                        .equals(row.get("properties").asMap());
        if (!same) {
            differences.add("the relationship " + relation + " from '" + from + "' to '" + to + "' was changed");
        }
    }

    private void missing() {
        for (int i = seen.nextClearBit(0); i < snapshot.size(); i = seen.nextClearBit(i + 1)) {
            Declaration declaration = snapshot.at(i);
            if (declaration != null) {
                differences.add(declaration.ref() + " was removed");
            }
        }
    }

    private void read(String query, Consumer<Record> action) {
        bolt.stream("compare the present architecture with its history", query, Map.of(), row -> {
            if (differences.size() <= TOLD) {
                action.accept(row);
            }
        });
    }
}
