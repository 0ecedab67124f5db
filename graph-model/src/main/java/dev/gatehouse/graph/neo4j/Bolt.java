package dev.gatehouse.graph.neo4j;

import dev.gatehouse.graph.StoreException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;

/// Transactions over Bolt, within a bounded time: what can be tried again is, until [#PATIENCE] has passed. A commit
/// whose answer was lost is not tried again, for it may have happened.
final class Bolt implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration PAUSE = Duration.ofMillis(50);
    /// What the server may spend on one transaction, and by whom it is.
    private static final TransactionConfig OURS = TransactionConfig.builder()
            .withTimeout(Duration.ofMinutes(2))
            .withMetadata(Map.of("by", "gatehouse"))
            .build();

    private final URI uri;
    private final Driver driver;

    Bolt(URI uri, AuthToken token) {
        this.uri = uri;
        this.driver = GraphDatabase.driver(uri, token, config());
    }

    /// Without the driver's own log: it writes out every message, rows and all, before it asks whether anybody listens.
    /// What fails is thrown all the same.
    @SuppressWarnings("deprecation") // since it logs to the platform's logger; the only way to make it not
    private static Config config() {
        return Config.builder()
                .withConnectionTimeout(3, TimeUnit.SECONDS)
                .withConnectionAcquisitionTimeout(5, TimeUnit.SECONDS)
                .withTelemetryDisabled(true)
                .withLogging(Logging.none())
                .build();
    }

    /// Runs one query and gives its rows.
    List<Record> rows(String doing, String query, Map<String, Object> parameters) {
        return transact(doing, tx -> tx.run(query, parameters).list());
    }

    /// Runs one query and hands over its rows one by one; a row can come again when a connection breaks.
    void stream(String doing, String query, Map<String, Object> parameters, Consumer<Record> action) {
        transact(doing, tx -> {
            tx.run(query, parameters).forEachRemaining(action);
            return true;
        });
    }

    /// Runs a statement that changes the schema, which must be alone in its transaction.
    void run(String doing, String statement) {
        transact(doing, tx -> tx.run(statement).consume());
    }

    /// Runs the work in one transaction and commits it.
    ///
    /// @param doing what to say could not be done: `read the head`
    <T> T transact(String doing, Function<Transaction, T> work) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            boolean committing = false;
            try (Session session = driver.session();
                    Transaction tx = session.beginTransaction(OURS)) {
                T result = work.apply(tx);
                committing = true;
                tx.commit();
                return result;
            } catch (Neo4jException e) {
                if (committing || !(e instanceof RetryableException) || System.nanoTime() > end) {
                    throw failed(doing, e);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private StoreException failed(String doing, Neo4jException e) {
        String why = String.valueOf(e.getMessage()).replaceAll("\\.+$", "");
        return new StoreException(
                "The graph at " + uri + " could not " + doing + ": " + why + ". Likely cure: " + cure(e), e);
    }

    private static String cure(Neo4jException e) {
        if (e instanceof AuthenticationException) {
            return "check its user and password";
        }
        // Every connection waits for an answer: the server hangs.
        boolean hangs = String.valueOf(e.getMessage()).contains("acquire connection");
        return hangs || e instanceof RetryableException
                ? "is it running, with space on its disk? It is asked again each time, so nothing else needs a restart"
                : "is there space on its disk? See its own log";
    }

    URI uri() {
        return uri;
    }

    @Override
    public void close() {
        driver.close();
    }
}
