package dev.gatehouse.graph.neo4j;

import dev.gatehouse.graph.StoreException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthTokens;

/// The three ports of the graph in one Neo4j database.
public final class Neo4jStore implements AutoCloseable {
    private final Bolt bolt;
    private final Neo4jGraph graph;
    private final Neo4jJournal journal;
    private final Neo4jBlobs blobs;

    private Neo4jStore(Bolt bolt, boolean watched, @Nullable HistoryCopy copy) {
        Schema.migrate(bolt);
        this.bolt = bolt;
        this.graph = Neo4jGraph.open(bolt, watched, copy);
        this.journal = new Neo4jJournal(bolt);
        this.blobs = new Neo4jBlobs(bolt);
    }

    /// Connects, brings the schema up to date, finishes what a crash left, and compares the present with the history.
    ///
    /// @param password empty where the server asks for none
    /// @throws StoreException where the database cannot be reached or its history is damaged
    public static Neo4jStore open(URI uri, String user, String password) {
        return open(uri, user, password, false, null);
    }

    /// @param watched whether the server is our own, which tells when somebody else wrote; then the comparison is only
    ///     made where somebody did
    /// @param copy of the history, to begin from; null where there is none
    static Neo4jStore open(URI uri, String user, String password, boolean watched, @Nullable HistoryCopy copy) {
        Bolt bolt = new Bolt(uri, password.isEmpty() ? AuthTokens.none() : AuthTokens.basic(user, password));
        try {
            return new Neo4jStore(bolt, watched, copy);
        } catch (RuntimeException e) {
            bolt.close();
            throw e;
        }
    }

    public Neo4jGraph graph() {
        return graph;
    }

    public Neo4jJournal journal() {
        return journal;
    }

    public Neo4jBlobs blobs() {
        return blobs;
    }

    @Override
    public void close() {
        journal.close();
        blobs.close();
        bolt.close();
    }
}
