package dev.gatehouse.rest.resource;

import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.facts.Blast;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.rest.description.Failures;
import dev.gatehouse.rest.door.Badges;
import dev.gatehouse.rest.problem.MissingException;
import dev.gatehouse.usecase.BlastRadius;
import dev.gatehouse.usecase.Entities;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// What the graph holds.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalog", description = "What sources declare, and what the graph holds of it")
public final class EntityResource {
    private static final int NEAREST = 10;
    private static final List<String> KINDS =
            Arrays.stream(Kind.values()).map(Kind::word).toList();

    private final Entities entities;
    private final BlastRadius blastRadius;

    public EntityResource(Entities entities, BlastRadius blastRadius) {
        this.entities = entities;
        this.blastRadius = blastRadius;
    }

    @GET
    @Path("/entities/{kind}/{namespace}/{name}")
    @Operation(summary = "An entity, and where it was declared", operationId = "getEntity")
    @ApiResponse(responseCode = "200", description = "The entity", useReturnTypeSchema = true)
    public Declaration entity(
            @Context HttpServletRequest request,
            @Parameter(description = "Its kind", schema = @Schema(implementation = Kind.class)) @PathParam("kind")
                    String kind,
            @Parameter(description = "Its namespace") @PathParam("namespace") String namespace,
            @Parameter(description = "Its name") @PathParam("name") String name) {
        return MissingException.unlessFound(
                () -> entities.find(Badges.actor(request), new EntityRef(kind(kind), namespace, name)));
    }

    @GET
    @Path("/components/{namespace}/{name}/blast-radius")
    @Operation(summary = "Who is hurt when a component fails or changes", operationId = "getBlastRadius")
    @ApiResponse(
            responseCode = "200",
            description = "How many, and the nearest with the paths that prove it",
            useReturnTypeSchema = true)
    @ApiResponse(responseCode = "422", ref = Failures.INVALID)
    public Blast blastRadius(
            @Context HttpServletRequest request,
            @Parameter(description = "Its namespace") @PathParam("namespace") String namespace,
            @Parameter(description = "Its name") @PathParam("name") String name,
            @Parameter(
                            description = "Its kind, where it is no component",
                            schema = @Schema(implementation = Kind.class))
                    @QueryParam("kind")
                    @DefaultValue("component")
                    String kind,
            @Parameter(
                            description = "How many are told with their paths",
                            schema = @Schema(minimum = "1", maximum = "" + BlastRadius.MOST))
                    @QueryParam("limit")
                    @DefaultValue("" + NEAREST)
                    int limit) {
        Page.check(limit, BlastRadius.MOST, NEAREST);
        EntityRef ref = new EntityRef(kind(kind), namespace, name);
        return MissingException.unlessFound(() -> blastRadius.run(Badges.actor(request), ref.toString(), limit));
    }

    @GET
    @Path("/entities/{kind}")
    @Operation(summary = "The entities of a kind", operationId = "listEntities")
    @ApiResponse(responseCode = "200", description = "A page of them, sorted by reference", useReturnTypeSchema = true)
    public Page<Declaration> entities(
            @Context HttpServletRequest request,
            @Parameter(description = "Its kind", schema = @Schema(implementation = Kind.class)) @PathParam("kind")
                    String kind,
            @BeanParam Paging paging) {
        return page(entities.all(Badges.actor(request), MissingException.unlessFound(() -> kind(kind))), paging);
    }

    @GET
    @Path("/changes")
    @Operation(summary = "The registered changes", operationId = "listChanges")
    @ApiResponse(responseCode = "200", description = "A page of them, sorted by reference", useReturnTypeSchema = true)
    public Page<Declaration> changes(@Context HttpServletRequest request, @BeanParam Paging paging) {
        return page(entities.all(Badges.actor(request), Kind.CHANGE), paging);
    }

    private static Page<Declaration> page(List<Declaration> all, Paging paging) {
        return paging.of(all, Declaration::ref, Comparator.naturalOrder(), EntityRef.class);
    }

    private static Kind kind(String kind) {
        return Kind.of(kind)
                .orElseThrow(() -> new InvalidInputException(
                        "'" + kind + "' is no kind of entity",
                        Nearest.cure(kind, KINDS, "known are " + String.join(", ", KINDS))));
    }
}
