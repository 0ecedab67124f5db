package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.Shell.Outcome;
import dev.gatehouse.graph.neo4j.GraphServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/// `gatehouse doctor` on real parts.
@Timeout(180)
class DoctorTest {
    private static final String ROOT = System.getProperty("gatehouse.root", "..");
    private static final Path OPA = Served.opa();

    @TempDir
    private static Path installed;

    @TempDir
    private Path folder;

    @BeforeAll
    static void install() {
        Path graph = Path.of(ROOT).toAbsolutePath().resolve("graph-model/server/target");
        System.setProperty("gatehouse.root", Served.root(installed).toString());
        System.setProperty("gatehouse.server", graph.resolve("classes") + ":" + graph.resolve("lib") + "/*");
    }

    @AfterAll
    static void put_back() {
        System.setProperty("gatehouse.root", ROOT);
        System.clearProperty("gatehouse.server");
    }

    private Outcome doctor(Path state, String path, String server) {
        return new Shell(folder, Map.of("GATEHOUSE_HOME", state.toString(), "PATH", path, "GATEHOUSE_SERVER", server))
                .run("doctor");
    }

    private Outcome doctor() {
        return new Shell(
                        folder,
                        Map.of(
                                "GATEHOUSE_HOME",
                                folder.resolve("state").toString(),
                                "PATH",
                                String.valueOf(OPA.getParent())))
                .run("doctor");
    }

    @Test
    void tells_every_part_where_all_is_well() {
        Outcome outcome = doctor();
        assertThat(outcome.out())
                .contains("ok    Java: ", "ok    state: " + folder.resolve("state"), " at " + OPA)
                .containsPattern("ok    rules and policies: \\d+ in 3 gates")
                .contains("ok    graph: revision 0, as its history says; 0 entries of the audit log in one chain")
                .doesNotContain("FAIL", "opa.url", "server: ");
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void tells_of_a_missing_opa_and_looks_at_the_rest() {
        Served server = Served.shared();
        Outcome outcome = doctor(server.home, "/nowhere", server.uri().toString());
        assertThat(outcome.out())
                .contains(
                        "FAIL  OPA: There is no OPA of at least version",
                        "FAIL  rules and policies: ",
                        "ok    graph: ");
        assertThat(outcome.exit()).isEqualTo(3);
    }

    @Test
    void tells_of_configured_servers_that_do_not_answer_and_looks_at_what_is_here() throws IOException {
        Files.writeString(folder.resolve("gatehouse.yaml"), """
                opa: {url: "http://127.0.0.1:9"}
                server: {url: "http://127.0.0.1:9"}
                """);
        Outcome outcome = doctor();
        assertThat(outcome.out())
                .contains("ok    OPA: ", "ok    rules and policies: ")
                .doesNotContain("graph")
                .contains("FAIL  opa.url: OPA at http://127.0.0.1:9 cannot be reached: ")
                .containsPattern("FAIL  server: .*http://127.0.0.1:9 does not answer");
        assertThat(outcome.exit()).isEqualTo(3);
    }

    @Test
    void tells_of_a_graph_that_was_edited() throws IOException {
        Path data = folder.resolve("state/graph");
        try (GraphServer server = GraphServer.start(OwnGraph.server(data))) {
            server.open().close();
            String password = Files.readString(data.resolve("password")).strip();
            try (Driver driver = GraphDatabase.driver(server.uri(), AuthTokens.basic("neo4j", password))) {
                driver.executableQuery("CREATE (:Component {name: 'intruder'})").execute();
            }
        }
        Outcome outcome = doctor();
        assertThat(outcome.out()).contains("ok    OPA: ").containsPattern("FAIL  graph: (.|\n)*import");
        assertThat(outcome.exit()).isEqualTo(3);
    }

    @Test
    void asks_the_server_that_has_the_graph_open() {
        Served server = Served.shared();
        Outcome outcome = doctor(
                server.home, String.valueOf(OPA.getParent()), server.uri().toString());
        assertThat(outcome.out())
                .containsPattern("ok    graph: revision [1-9]\\d*, says the server at " + server.uri())
                .contains("ok    server: " + server.uri() + " is up")
                .doesNotContain("FAIL");
        assertThat(outcome.err()).doesNotContain("starting Neo4j");
        assertThat(outcome.exit()).isZero();

        Outcome away = new Shell(
                        folder,
                        Map.of(
                                "GATEHOUSE_HOME",
                                folder.resolve("none").toString(),
                                "PATH",
                                String.valueOf(OPA.getParent())))
                .run("doctor", "--server", server.uri().toString());
        assertThat(away.out())
                .contains("ok    server: " + server.uri() + " is up")
                .doesNotContain("FAIL", "graph");
        assertThat(folder.resolve("none")).doesNotExist();

        Outcome elsewhere = doctor(server.home, String.valueOf(OPA.getParent()), "http://127.0.0.1:1");
        assertThat(elsewhere.out())
                .contains(
                        "FAIL  server: ",
                        "FAIL  graph: ",
                        " are in use by process ",
                        "the server at http://127.0.0.1:1 does not answer. The data in ",
                        "; if it is a server, give its address with --server");
        assertThat(elsewhere.exit()).isEqualTo(3);
    }
}
