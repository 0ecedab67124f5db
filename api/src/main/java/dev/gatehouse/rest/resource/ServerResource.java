package dev.gatehouse.rest.resource;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.graph.StoreException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How the server does, and what it can be asked.
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class ServerResource {
    private static final int UNAVAILABLE = 503;

    private final ServerState state;
    private final Meters meters;
    private final Supplier<String> openApi;

    /// @param openApi the description, made when first asked for
    public ServerResource(ServerState state, Meters meters, Supplier<String> openApi) {
        this.state = state;
        this.meters = meters;
        this.openApi = openApi;
    }

    /// @param status `up` or `down`
    /// @param graphRevision null where the graph does not answer
    /// @param failing what does not answer
    /// @param broken what is wrong with edited rules or policies that could not be taken up; the old ones decide
    public record Health(String status, @Nullable Long graphRevision, List<String> failing, List<Diagnostic> broken) {}

    @GET
    @Path("/health/live")
    public Health live() {
        return new Health("up", null, List.of(), List.of());
    }

    @GET
    @Path("/health/ready")
    public Response ready() {
        List<Diagnostic> broken = state.broken();
        try {
            return Response.ok(new Health("up", state.graphRevision(), List.of(), broken))
                    .build();
        } catch (StoreException e) {
            Health down = new Health("down", null, List.of("graph: " + e.getMessage()), broken);
            return Response.status(UNAVAILABLE).entity(down).build();
        }
    }

    @GET
    @Path("/metrics")
    @Produces("text/plain; version=0.0.4; charset=utf-8")
    public String metrics() {
        return meters.text();
    }

    @GET
    @Path("/openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    public String openApi() {
        return openApi.get();
    }
}
