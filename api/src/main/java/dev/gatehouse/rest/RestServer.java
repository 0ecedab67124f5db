package dev.gatehouse.rest;

import dev.gatehouse.access.AuditLog;
import dev.gatehouse.access.Tokens;
import dev.gatehouse.rest.description.OpenApi;
import dev.gatehouse.rest.door.Badges;
import dev.gatehouse.rest.door.Door;
import dev.gatehouse.rest.problem.FailureMapper;
import dev.gatehouse.rest.resource.AcceptHeader;
import dev.gatehouse.rest.resource.CatalogResource;
import dev.gatehouse.rest.resource.DecisionResource;
import dev.gatehouse.rest.resource.EntityResource;
import dev.gatehouse.rest.resource.FindingResource;
import dev.gatehouse.rest.resource.Intake;
import dev.gatehouse.rest.resource.JsonBodies;
import dev.gatehouse.rest.resource.Meters;
import dev.gatehouse.rest.resource.PlanResource;
import dev.gatehouse.rest.resource.QueryValues;
import dev.gatehouse.rest.resource.RuleResource;
import dev.gatehouse.rest.resource.SchemaResource;
import dev.gatehouse.rest.resource.ServerResource;
import dev.gatehouse.rest.resource.ServerState;
import dev.gatehouse.rest.resource.WaiverResource;
import dev.gatehouse.usecase.UseCases;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.dropwizard.jetty.setup.ServletEnvironment;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/// A running server. Answers are computed on virtual threads.
public final class RestServer implements AutoCloseable {
    private final Server server;
    private final RestConfig config;

    private RestServer(Server server, RestConfig config) {
        this.server = server;
        this.config = config;
    }

    /// Starts to listen; returns when requests are answered.
    ///
    /// @param telemetry where traces go
    /// @throws dev.gatehouse.document.InvalidInputException when it cannot be meant to listen so
    /// @throws dev.gatehouse.graph.StoreException when it cannot listen there
    public static RestServer start(
            UseCases useCases,
            Tokens tokens,
            AuditLog audit,
            ServerState state,
            InstantSource clock,
            RestConfig config,
            OpenTelemetry telemetry) {
        config.check();
        Environment environment = new Environment("gatehouse");
        boolean tokenForReads = config.tokenForReads() || !config.loopback();
        resources(environment.jersey(), useCases, state, !tokenForReads);
        ServletEnvironment servlets = environment.servlets();
        filter(servlets, "door", new Door(config.names(), config.tls() != null, telemetry));
        filter(servlets, "badges", new Badges(tokens, audit, clock, tokenForReads));
        Server server = Listener.server(environment, config);
        try {
            server.start();
        } catch (Exception e) {
            throw config.taken(e);
        }
        return new RestServer(server, config);
    }

    private static void resources(JerseyEnvironment jersey, UseCases useCases, ServerState state, boolean openToAll) {
        Meters meters = new Meters(state::graphRevision);
        List<Object> resources = List.of(
                new CatalogResource(useCases.imports()),
                new EntityResource(useCases.entities(), useCases.blastRadius()),
                new FindingResource(useCases.findings()),
                new DecisionResource(useCases, meters),
                new WaiverResource(useCases.waivers(), useCases.entities()),
                new PlanResource(useCases),
                new RuleResource(useCases.rules()),
                new SchemaResource());
        resources.forEach(jersey::register);
        List<Class<?>> described = new ArrayList<>(List.of(ServerResource.class));
        resources.forEach(resource -> described.add(resource.getClass()));
        OpenApi description = new OpenApi(described);
        jersey.register(new ServerResource(state, meters, description::text, openToAll));
        jersey.register(new JsonBodies());
        jersey.register(new FailureMapper(description::paths));
        jersey.register(meters);
        jersey.register(new AcceptHeader());
        jersey.register(new Intake());
        jersey.register(new QueryValues());
    }

    private static void filter(ServletEnvironment servlets, String name, Filter filter) {
        var added = servlets.addFilter(name, filter);
        added.setAsyncSupported(true);
        added.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
    }

    /// Where it answers.
    public URI uri() {
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        return URI.create(config.url(port));
    }

    /// Waits for the answers under way, for a short time, and ends.
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The server did not stop in order", e);
        }
    }
}
