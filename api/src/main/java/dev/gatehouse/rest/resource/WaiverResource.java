package dev.gatehouse.rest.resource;

import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.governance.Waiver;
import dev.gatehouse.rest.door.Badges;
import dev.gatehouse.rest.problem.MissingException;
import dev.gatehouse.usecase.Entities;
import dev.gatehouse.usecase.Waivers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Accepted findings.
@Path("/api/v1/waivers")
@Produces(MediaType.APPLICATION_JSON)
public final class WaiverResource {
    private final Waivers waivers;
    private final Entities entities;

    public WaiverResource(Waivers waivers, Entities entities) {
        this.waivers = waivers;
        this.entities = entities;
    }

    @GET
    @Operation(summary = "The waivers", operationId = "listWaivers")
    public Page<Waiver> list(
            @Context HttpServletRequest request,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.USUAL) int limit) {
        List<Waiver> all = waivers.list(Badges.actor(request)).stream()
                .sorted(Comparator.comparing(Waiver::ref))
                .toList();
        return Page.of(all, Waiver::ref, Comparator.naturalOrder(), EntityRef.class, cursor, limit);
    }

    @POST
    @Operation(summary = "Add the waivers in the documents of a file", operationId = "addWaivers")
    public Page<Waiver> add(@Context HttpServletRequest request, FileBody file) {
        return new Page<>(waivers.add(Badges.actor(request), file.file()), null);
    }

    @DELETE
    @Path("/{namespace}/{name}")
    @Operation(summary = "Withdraw a waiver that was added here", operationId = "withdrawWaiver")
    @ApiResponse(responseCode = "204", description = "It is withdrawn")
    public void withdraw(
            @Context HttpServletRequest request,
            @PathParam("namespace") String namespace,
            @PathParam("name") String name) {
        EntityRef waiver = new EntityRef(Kind.WAIVER, namespace, name);
        MissingException.unlessFound(() -> entities.find(Badges.actor(request), waiver));
        waivers.withdraw(Badges.actor(request), waiver);
    }
}
