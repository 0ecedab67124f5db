package dev.gatehouse.graph.neo4j;

import java.nio.file.Path;

/// Starts a graph server, says its process id once it answers, and waits to be killed.
final class KilledStarter {
    private KilledStarter() {}

    public static void main(String[] arguments) throws InterruptedException {
        GraphServer server = GraphServer.start(Databases.settings(Path.of(arguments[0])));
        server.uri();
        System.out.println(server.pid());
        Thread.sleep(600_000);
    }
}
