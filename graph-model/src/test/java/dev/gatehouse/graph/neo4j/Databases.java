package dev.gatehouse.graph.neo4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/// The databases that the tests share, one of each sort a suite.
final class Databases {
    private Databases() {}

    /// A Neo4j in the tests' own process.
    static final class Harness {
        private static final Neo4j DATABASE = start();

        private Harness() {}

        private static Neo4j start() {
            Neo4j database =
                    Neo4jBuilders.newInProcessBuilder().withDisabledServer().build();
            Runtime.getRuntime().addShutdownHook(new Thread(database::close));
            return database;
        }

        static Neo4jStore emptyStore() {
            clear(DATABASE.boltURI(), "");
            return store();
        }

        static Neo4jStore store() {
            return Neo4jStore.open(DATABASE.boltURI(), "neo4j", "");
        }

        static URI uri() {
            return DATABASE.boltURI();
        }

        static Bolt bolt() {
            return new Bolt(uri(), AuthTokens.none());
        }

        static void run(String query) {
            rows(query);
        }

        static List<Map<String, Object>> rows(String query) {
            try (Driver driver = GraphDatabase.driver(DATABASE.boltURI(), AuthTokens.none());
                    Session session = driver.session()) {
                return session.run(query).list(Record::asMap);
            }
        }
    }

    /// The server that Gatehouse starts.
    static final class Server {
        private static final GraphServer SERVER = start();

        private Server() {}

        private static GraphServer start() {
            try {
                GraphServer server = GraphServer.start(settings(Files.createTempDirectory("gatehouse-graph")));
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static Neo4jStore emptyStore() throws IOException {
            clear(SERVER.uri(), Files.readString(SERVER.data().resolve("password")));
            return SERVER.open();
        }
    }

    static GraphServer.Settings settings(Path data) {
        Path target = Path.of(System.getProperty("gatehouse.root", "..")).resolve("graph-model/server/target");
        return GraphServer.Settings.of(data, List.of(target.resolve("classes"), target.resolve("lib/*")));
    }

    private static void clear(URI uri, String password) {
        try (Driver driver = GraphDatabase.driver(
                        uri, password.isEmpty() ? AuthTokens.none() : AuthTokens.basic("neo4j", password));
                Session session = driver.session()) {
            session.run("MATCH (n) WHERE NOT n:GatehouseSchema DETACH DELETE n").consume();
        }
    }
}
