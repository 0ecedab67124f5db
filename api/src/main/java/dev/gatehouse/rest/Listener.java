package dev.gatehouse.rest;

import dev.gatehouse.rest.RestConfig.Tls;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jetty.GzipHandlerFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.jetty.HttpsConnectorFactory;
import io.dropwizard.request.logging.LogbackAccessRequestLogFactory;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import java.util.List;
import org.eclipse.jetty.server.Server;

/// Dropwizard's server, set up without a file: one connector, no administration port, limits on time and size.
final class Listener {
    private static final Duration IDLE = Duration.seconds(60);
    private static final Duration GRACE = Duration.seconds(10);
    /// Far below any network: a small body is soon under a higher rate where the machine itself is slow.
    private static final DataSize SLOWEST_BODY = DataSize.bytes(8);

    private Listener() {}

    static Server server(Environment environment, RestConfig config) {
        DefaultServerFactory factory = new DefaultServerFactory();
        factory.setApplicationConnectors(List.of(connector(config)));
        factory.setAdminConnectors(List.of());
        factory.setRegisterDefaultExceptionMappers(false);
        factory.setEnableVirtualThreads(true);
        // What is packed small can be large, and what only claims to be packed fails inside.
        GzipHandlerFactory gzip = new GzipHandlerFactory();
        gzip.setEnabled(false);
        factory.setGzipFilterFactory(gzip);
        factory.setShutdownGracePeriod(GRACE);
        LogbackAccessRequestLogFactory quiet = new LogbackAccessRequestLogFactory();
        quiet.setAppenders(List.of());
        factory.setRequestLogFactory(quiet);
        factory.configure(environment);
        environment.getApplicationContext().setErrorHandler(new Unheard());
        Server server = factory.build(environment);
        server.setErrorHandler(new Unheard());
        // Whoever started it ends it: two that end it at once leave a trace on the log.
        server.setStopAtShutdown(false);
        return server;
    }

    private static HttpConnectorFactory connector(RestConfig config) {
        HttpConnectorFactory connector = config.tls() == null ? new HttpConnectorFactory() : https(config.tls());
        connector.setBindHost(config.host());
        connector.setPort(config.port());
        connector.setIdleTimeout(IDLE);
        connector.setMinRequestDataPerSecond(SLOWEST_BODY);
        connector.setUseServerHeader(false);
        return connector;
    }

    private static HttpsConnectorFactory https(Tls tls) {
        HttpsConnectorFactory connector = new HttpsConnectorFactory();
        connector.setKeyStorePath(tls.keyStore().toString());
        connector.setKeyStorePassword(tls.password());
        connector.setKeyStoreType("PKCS12");
        connector.setSupportedProtocols(List.of("TLSv1.3", "TLSv1.2"));
        connector.setDisableSniHostCheck(true);
        return connector;
    }
}
