package dev.gatehouse.graph.neo4j;

import dev.gatehouse.graph.StoreException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands in the database before anything is written, by version; a version's statements never change. Community
/// Edition has uniqueness constraints only.
final class Schema {
    private static final String PREPARE = "prepare its schema";

    private static final String FIRST =
            "CREATE CONSTRAINT gatehouse_schema IF NOT EXISTS FOR (n:GatehouseSchema) REQUIRE n.id IS UNIQUE";

    private static final List<List<String>> VERSIONS = List.of(List.of(
            "CREATE CONSTRAINT gatehouse_entity IF NOT EXISTS FOR (n:Entity) REQUIRE n.ref IS UNIQUE",
            "CREATE CONSTRAINT gatehouse_depends_on IF NOT EXISTS FOR ()-[r:DEPENDS_ON]-() REQUIRE r.ref IS UNIQUE",
            "CREATE CONSTRAINT gatehouse_sends_to IF NOT EXISTS FOR ()-[r:SENDS_TO]-() REQUIRE r.ref IS UNIQUE",
            "CREATE CONSTRAINT gatehouse_head IF NOT EXISTS FOR (n:Head) REQUIRE n.id IS UNIQUE",
            "CREATE CONSTRAINT gatehouse_revision IF NOT EXISTS FOR (n:Revision) REQUIRE n.number IS UNIQUE",
            "CREATE CONSTRAINT gatehouse_part IF NOT EXISTS FOR (n:Part) REQUIRE (n.load, n.index) IS UNIQUE",
            "CREATE CONSTRAINT gatehouse_stream IF NOT EXISTS FOR (n:Stream) REQUIRE n.name IS UNIQUE",
            "CREATE CONSTRAINT gatehouse_entry IF NOT EXISTS FOR (n:Entry) REQUIRE (n.stream, n.sequence) IS UNIQUE",
            "CREATE CONSTRAINT gatehouse_blob IF NOT EXISTS FOR (n:Blob) REQUIRE n.digest IS UNIQUE",
            "CALL db.awaitIndexes(60)"));

    private Schema() {}

    private static int first(Bolt bolt) {
        bolt.run(PREPARE, FIRST);
        return version(bolt, """
                        MERGE (s:GatehouseSchema {id: 'schema'}) ON CREATE SET s.version = 0
                        RETURN s.version AS version""").orElseThrow();
    }

    private static Optional<Integer> version(Bolt bolt, String query) {
        return bolt.rows(PREPARE, query, Map.of()).stream()
                .findFirst()
                .map(row -> row.get("version").asInt());
    }

    /// Brings the database to the newest version; does nothing where it is there.
    ///
    /// @throws StoreException where a newer Gatehouse has been here
    static void migrate(Bolt bolt) {
        // Every statement costs a start some time, so where all is there it is asked and not made again.
        int version = version(bolt, "MATCH (s:GatehouseSchema {id: 'schema'}) RETURN s.version AS version")
                .orElseGet(() -> first(bolt));
        if (version > VERSIONS.size()) {
            throw new StoreException(
                    "The graph at " + bolt.uri() + " has schema version " + version + ", this Gatehouse knows up to "
                            + VERSIONS.size() + ". Likely cure: use the newer Gatehouse that wrote it",
                    null);
        }
        for (int next = version; next < VERSIONS.size(); next++) {
            VERSIONS.get(next).forEach(statement -> bolt.run(PREPARE, statement));
            bolt.rows(
                    PREPARE,
                    "MATCH (s:GatehouseSchema {id: 'schema'}) SET s.version = $version",
                    Map.of("version", next + 1));
        }
    }
}
