package dev.gatehouse.rest.resource;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.graph.StoreException;
import dev.gatehouse.rest.door.Badges;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How the server does, and what it can be asked.
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "server", description = "How the server does, and what it can be asked")
public final class ServerResource {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final String UP = "up";

    private final ServerState state;
    private final Meters meters;
    private final Supplier<String> openApi;
    private final boolean openToAll;

    /// @param openApi the description, made when first asked for
    /// @param openToAll whether whoever reads without a token may know why something is down or broken
    public ServerResource(ServerState state, Meters meters, Supplier<String> openApi, boolean openToAll) {
        this.state = state;
        this.meters = meters;
        this.openApi = openApi;
        this.openToAll = openToAll;
    }

    /// Where reading takes a token, whoever has none is told the status alone.
    ///
    /// @param status `up` or `down`
    /// @param graphRevision null where the graph does not answer
    /// @param failing what does not answer
    /// @param broken what is wrong with edited rules or policies that could not be taken up; the old ones decide
    public record Health(String status, @Nullable Long graphRevision, List<String> failing, List<Diagnostic> broken) {}

    @GET
    @Path("/health/live")
    @Operation(summary = "Whether the server runs", operationId = "isLive")
    @ApiResponse(responseCode = "200", description = "It runs", useReturnTypeSchema = true)
    public Health live() {
        return new Health(UP, null, List.of(), List.of());
    }

    @GET
    @Path("/health/ready")
    @Operation(summary = "Whether the server can answer, and what fails", operationId = "isReady")
    @ApiResponse(
            responseCode = "200",
            description = "It can",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Health.class)))
    @ApiResponse(
            responseCode = "503",
            description = "It cannot",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Health.class)))
    public Response ready(@Context HttpServletRequest request) {
        Health health = health();
        boolean tellsWhy = openToAll || !Badges.actor(request).equals(Badges.ANONYMOUS);
        return Response.status(health.status().equals(UP) ? OK : UNAVAILABLE)
                .entity(tellsWhy ? health : new Health(health.status(), null, List.of(), List.of()))
                .build();
    }

    private Health health() {
        try {
            return new Health(UP, state.graphRevision(), List.of(), state.broken());
        } catch (StoreException e) {
            return new Health("down", null, List.of("graph: " + e.getMessage()), state.broken());
        }
    }

    @GET
    @Path("/metrics")
    @Produces("text/plain; version=0.0.4; charset=utf-8")
    @Operation(summary = "Counts and times, for Prometheus", operationId = "getMetrics")
    @ApiResponse(responseCode = "200", description = "In Prometheus' text format", useReturnTypeSchema = true)
    public String metrics() {
        return meters.text();
    }

    @GET
    @Path("/openapi.json")
    @Operation(summary = "This description", operationId = "getOpenApi")
    @ApiResponse(
            responseCode = "200",
            description = "OpenAPI 3.1",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(types = "object")))
    public String openApi() {
        return openApi.get();
    }
}
