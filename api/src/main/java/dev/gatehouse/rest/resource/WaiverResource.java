package dev.gatehouse.rest.resource;

import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.governance.Waiver;
import dev.gatehouse.rest.description.Failures;
import dev.gatehouse.rest.door.Badges;
import dev.gatehouse.rest.problem.MissingException;
import dev.gatehouse.usecase.Entities;
import dev.gatehouse.usecase.Waivers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;

/// Accepted findings.
@Path("/api/v1/waivers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "findings", description = "What is found in all that is, and what is accepted of it")
public final class WaiverResource {
    private final Waivers waivers;
    private final Entities entities;

    public WaiverResource(Waivers waivers, Entities entities) {
        this.waivers = waivers;
        this.entities = entities;
    }

    @GET
    @Operation(summary = "The waivers", operationId = "listWaivers")
    @ApiResponse(responseCode = "200", description = "A page of them, sorted by reference", useReturnTypeSchema = true)
    public Page<Waiver> list(@Context HttpServletRequest request, @BeanParam Paging paging) {
        List<Waiver> all = waivers.list(Badges.actor(request)).stream()
                .sorted(Comparator.comparing(Waiver::ref))
                .toList();
        return paging.of(all, Waiver::ref, Comparator.naturalOrder(), EntityRef.class);
    }

    @POST
    @Operation(summary = "Add the waivers in the documents of a file", operationId = "addWaivers")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiResponse(responseCode = "200", description = "Those that were added", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "409", ref = Failures.CONFLICT)
    public Page<Waiver> add(@Context HttpServletRequest request, FileBody file) {
        return new Page<>(waivers.add(Badges.actor(request), file.file()), null);
    }

    @DELETE
    @Path("/{namespace}/{name}")
    @Operation(summary = "Withdraw a waiver that was added here", operationId = "withdrawWaiver")
    @ApiResponse(responseCode = "204", description = "It is withdrawn")
    @ApiResponse(responseCode = "409", ref = Failures.CONFLICT)
    @ApiResponse(responseCode = "422", ref = Failures.INVALID)
    public void withdraw(
            @Context HttpServletRequest request,
            @Parameter(description = "Its namespace") @PathParam("namespace") String namespace,
            @Parameter(description = "Its name") @PathParam("name") String name) {
        EntityRef waiver = new EntityRef(Kind.WAIVER, namespace, name);
        MissingException.unlessFound(() -> entities.find(Badges.actor(request), waiver));
        waivers.withdraw(Badges.actor(request), waiver);
    }
}
