package dev.gatehouse.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.neo4j.common.DependencyResolver;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.BoltConnectorInternalSettings;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.fleetmanagement.FleetManagementSettings;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.internal.kernel.api.connectioninfo.ClientConnectionInfo;
import org.neo4j.internal.kernel.api.security.AuthenticationResult;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.api.security.AuthManager;
import org.neo4j.kernel.api.security.AuthToken;
import org.neo4j.kernel.api.security.exception.InvalidAuthTokenException;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/// Serves the graph of a data folder over Bolt on loopback: `Main <data folder> <port, 0 to choose one> <page cache in
/// MiB> [<file>]`, with the password of the user `neo4j` in the environment variable `GATEHOUSE_GRAPH_PASSWORD`.
///
/// Prints `bolt://127.0.0.1:PORT` when it is ready, and ends when its standard input ends or, where a file is named,
/// when that is there. Exit code 1 with a message on standard error where it cannot serve.
public final class Main {
    private static final String PASSWORD = "GATEHOUSE_GRAPH_PASSWORD";
    private static final String LOOPBACK = "127.0.0.1";

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        String password = System.getenv(PASSWORD);
        if (arguments.length < 3 || password == null) {
            throw new IllegalArgumentException(
                    "Give a data folder, a port and a page cache in MiB, and the password in " + PASSWORD);
        }
        Path home = Path.of(arguments[0]).toAbsolutePath().normalize();
        Files.createDirectories(home);
        try (Holder _ = Holder.of(home)) {
            DatabaseManagementService service =
                    serve(home, Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]), password);
            if (arguments.length == 3) {
                System.in.transferTo(OutputStream.nullOutputStream());
            } else {
                await(Path.of(arguments[3]));
            }
            service.shutdown();
        } catch (HeldException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                System.err.println(cause);
            }
            // Threads of Neo4j would keep the process alive.
            System.exit(1);
        }
    }

    private static DatabaseManagementService serve(Path home, int port, long pageCache, String password) {
        DatabaseManagementService service = start(home, port, pageCache);
        service.registerDatabaseEventListener(new EndAtPanic());
        Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown));
        service.registerTransactionEventListener(GraphDatabaseSettings.DEFAULT_DATABASE_NAME, new Watch());
        GraphDatabaseService system = service.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME);
        DependencyResolver parts = ((GraphDatabaseAPI) system).getDependencyResolver();
        setPassword(system, parts.resolveDependency(AuthManager.class), password);
        System.out.println("bolt://" + LOOPBACK + ":"
                + parts.resolveDependency(ConnectorPortRegister.class)
                        .getLocalAddress(ConnectorType.BOLT)
                        .getPort());
        return service;
    }

    /// Unless it is set: a statement about users costs as much as a third of the start.
    private static void setPassword(GraphDatabaseService system, AuthManager users, String password) {
        if (!isSet(users, password)) {
            system.executeTransactionally(
                    "CREATE OR REPLACE USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED",
                    Map.of("password", password));
        }
    }

    private static boolean isSet(AuthManager users, String password) {
        try {
            return users.login(AuthToken.newBasicAuthToken("neo4j", password), ClientConnectionInfo.EMBEDDED_CONNECTION)
                            .subject()
                            .getAuthenticationResult()
                    == AuthenticationResult.SUCCESS;
        } catch (InvalidAuthTokenException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whoever named the file may be gone before it is there, which ends this process too.
    private static void await(Path file) {
        while (!Files.exists(file)) {
            LockSupport.parkNanos(100_000_000);
        }
    }

    private static DatabaseManagementService start(Path home, int port, long pageCache) {
        return new DatabaseManagementServiceBuilder(home)
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(pageCache))
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress(LOOPBACK, port))
                .setConfig(BoltConnector.advertised_address, new SocketAddress(LOOPBACK, port))
                .setConfig(BoltConnector.server_bolt_telemetry_enabled, false)
                // Nothing of it may call home, or into the network.
                .setConfig(BoltConnector.enable_discovery, false)
                .setConfig(FleetManagementSettings.fleet_manager_enabled, false)
                // So that a client notices within some ten seconds when this process hangs.
                .setConfig(BoltConnector.connection_keep_alive, Duration.ofSeconds(5))
                .setConfig(BoltConnector.connection_keep_alive_type, BoltConnector.KeepAliveRequestType.ALL)
                // Otherwise a shutdown waits ten seconds for idle threads.
                .setConfig(BoltConnectorInternalSettings.thread_pool_shutdown_wait_time, Duration.ZERO)
                .build();
    }
}
