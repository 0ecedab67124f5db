package dev.gatehouse.app;

import dev.gatehouse.app.settings.Settings;
import dev.gatehouse.cli.Console;
import dev.gatehouse.graph.neo4j.GraphServer;
import dev.gatehouse.graph.neo4j.Neo4jStore;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The Neo4j that is configured, or our own, started for as long as this is open.
record OwnGraph(@Nullable GraphServer server, Settings settings) implements AutoCloseable {
    static OwnGraph open(Settings settings, Console console) {
        if (settings.graph() != null) {
            return new OwnGraph(null, settings);
        }
        GraphServer server = GraphServer.start(server(settings.graphData()));
        console.progress("starting Neo4j on " + settings.graphData());
        return new OwnGraph(server, settings);
    }

    /// Our own server on a data folder, as the launcher set it up.
    static GraphServer.Settings server(Path data) {
        String home = System.getProperty("gatehouse.home");
        return GraphServer.Settings.of(data, ServerClassPath.find())
                .cachedIn(home == null ? null : Path.of(home, "cache"));
    }

    /// Sees to it that our own server comes up faster the next time.
    void prepareNextStart() {
        if (server != null) {
            server.prepareNextStart();
        }
    }

    /// A connection to it, which the caller closes.
    Neo4jStore store() {
        if (server != null) {
            return server.open();
        }
        Settings.Service configured = Objects.requireNonNull(settings.graph());
        return Neo4jStore.open(
                configured.url(),
                Objects.requireNonNullElse(configured.user(), ""),
                Objects.requireNonNullElse(configured.secret(), ""));
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
