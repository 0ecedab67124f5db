package dev.gatehouse.rest.resource;

import dev.gatehouse.rest.door.Badges;
import dev.gatehouse.usecase.Standing;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// The findings of everything.
@Path("/api/v1/findings")
@Produces(MediaType.APPLICATION_JSON)
public final class FindingResource {
    private final Standing standing;

    public FindingResource(Standing standing) {
        this.standing = standing;
    }

    @GET
    @Operation(summary = "The findings of everything, whoever introduced them", operationId = "listFindings")
    public FindingPage list(
            @Context HttpServletRequest request,
            @QueryParam("environment") @Nullable String environment,
            @QueryParam("gate") @Nullable String gate,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.USUAL) int limit) {
        return FindingPage.of(standing.run(Badges.actor(request), environment, gate), cursor, limit);
    }
}
