package dev.gatehouse.graph.neo4j;

import dev.gatehouse.graph.StoreException;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;

/// Where the graph stands.
///
/// @param revision number of the newest revision
/// @param applied number of the revision that the present architecture shows; behind while a large difference is being
///     written onto it, [#REBUILD] while it is written anew
record Head(long revision, long applied) {
    static final long REBUILD = -1;
    /// The value of `unedited` where the present was found as the history says.
    static final String UNEDITED = "yes";

    /// Keeps every other writer out until the transaction ends; binds the head to `h`.
    static final String LOCK = "MATCH (h:Head {id: 'head'}) SET h.revision = h.revision WITH h\n";

    private static final String RETURN = "RETURN h.revision AS revision, h.applied AS applied";

    private static void create(Bolt bolt) {
        bolt.rows("prepare its head", """
                        OPTIONAL MATCH (r:Revision) WITH count(r) AS revisions WHERE revisions = 0
                        MERGE (h:Head {id: 'head'}) ON CREATE SET h.revision = 0, h.applied = 0""", Map.of());
    }

    static Head read(Bolt bolt) {
        return see(bolt).head();
    }

    /// As it stands, made where nothing was ever written.
    static Seen open(Bolt bolt) {
        return find(bolt).orElseGet(() -> {
            create(bolt);
            return see(bolt);
        });
    }

    private static Optional<Seen> find(Bolt bolt) {
        return bolt
                .rows("read its head", "MATCH (h:Head {id: 'head'}) " + RETURN + ", h.unedited AS mark", Map.of())
                .stream()
                .findFirst()
                .map(row -> new Seen(of(row), row.get("mark").asString("")));
    }

    static Seen see(Bolt bolt) {
        return find(bolt)
                .orElseThrow(() -> new StoreException(
                        "The graph at " + bolt.uri()
                                + " has lost its head. Likely cure: restore a backup, or begin with"
                                + " an empty folder and import again",
                        null));
    }

    /// @param mark what stands in `unedited`: [#UNEDITED], the id of the comparison that came last, or nothing since
    ///     somebody else wrote
    record Seen(Head head, String mark) {}

    static Head lock(Transaction tx) {
        return of(tx.run(LOCK + RETURN).single());
    }

    void write(Transaction tx) {
        tx.run(
                        "MATCH (h:Head {id: 'head'}) SET h.revision = $revision, h.applied = $applied",
                        Map.of("revision", revision, "applied", applied))
                .consume();
    }

    /// Says what stands in `unedited`, which the server takes away when somebody else writes.
    ///
    /// @param before what must stand there still; empty where anything may
    static void mark(Bolt bolt, String before, String after) {
        bolt.rows("mark its head", """
                        MATCH (h:Head {id: 'head'}) WHERE $before = '' OR h.unedited = $before
                        SET h.unedited = $after""", Map.of("before", before, "after", after));
    }

    private static Head of(Record row) {
        return new Head(row.get("revision").asLong(), row.get("applied").asLong());
    }
}
