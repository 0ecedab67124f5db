package dev.gatehouse.app;

import dev.gatehouse.app.settings.Settings;
import dev.gatehouse.cli.Console;
import dev.gatehouse.graph.neo4j.GraphServer;
import dev.gatehouse.graph.neo4j.Neo4jStore;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The Neo4j that is configured, or our own, started for as long as this is open.
record OwnGraph(@Nullable GraphServer server, Settings settings) implements AutoCloseable {
    static OwnGraph open(Settings settings, Console console) {
        if (settings.graph() != null) {
            return new OwnGraph(null, settings);
        }
        console.progress("starting Neo4j on " + settings.graphData());
        return new OwnGraph(
                GraphServer.start(GraphServer.Settings.of(settings.graphData(), ServerClassPath.find())), settings);
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
