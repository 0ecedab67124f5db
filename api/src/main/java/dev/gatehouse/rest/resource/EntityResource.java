package dev.gatehouse.rest.resource;

import dev.gatehouse.facts.Blast;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.rest.door.Badges;
import dev.gatehouse.rest.problem.BadRequestException;
import dev.gatehouse.rest.problem.MissingException;
import dev.gatehouse.usecase.BlastRadius;
import dev.gatehouse.usecase.Entities;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
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
import org.jspecify.annotations.Nullable;

/// What the graph holds.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class EntityResource {
    private static final int NEAREST = 10;

    private final Entities entities;
    private final BlastRadius blastRadius;

    public EntityResource(Entities entities, BlastRadius blastRadius) {
        this.entities = entities;
        this.blastRadius = blastRadius;
    }

    @GET
    @Path("/entities/{kind}/{namespace}/{name}")
    @Operation(summary = "An entity, and where it was declared", operationId = "getEntity")
    public Declaration entity(
            @Context HttpServletRequest request,
            @PathParam("kind") String kind,
            @PathParam("namespace") String namespace,
            @PathParam("name") String name) {
        EntityRef ref = ref(kind, namespace, name);
        return MissingException.unlessFound(() -> entities.find(Badges.actor(request), ref));
    }

    @GET
    @Path("/components/{namespace}/{name}/blast-radius")
    @Operation(summary = "Who is hurt when a component fails or changes", operationId = "getBlastRadius")
    public Blast blastRadius(
            @Context HttpServletRequest request,
            @PathParam("namespace") String namespace,
            @PathParam("name") String name,
            @QueryParam("kind") @DefaultValue("component") String kind,
            @QueryParam("limit") @DefaultValue("" + NEAREST) int limit) {
        Page.check(limit, BlastRadius.MOST, NEAREST);
        EntityRef ref = ref(kind, namespace, name);
        return MissingException.unlessFound(() -> blastRadius.run(Badges.actor(request), ref.toString(), limit));
    }

    @GET
    @Path("/entities/{kind}")
    @Operation(summary = "The entities of a kind", operationId = "listEntities")
    public Page<Declaration> entities(
            @Context HttpServletRequest request,
            @PathParam("kind") String kind,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.USUAL) int limit) {
        return page(entities.all(Badges.actor(request), kind(kind)), cursor, limit);
    }

    @GET
    @Path("/changes")
    @Operation(summary = "The registered changes", operationId = "listChanges")
    public Page<Declaration> changes(
            @Context HttpServletRequest request,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.USUAL) int limit) {
        return page(entities.all(Badges.actor(request), Kind.CHANGE), cursor, limit);
    }

    private static Page<Declaration> page(List<Declaration> all, @Nullable String cursor, int limit) {
        return Page.of(all, Declaration::ref, Comparator.naturalOrder(), EntityRef.class, cursor, limit);
    }

    private static EntityRef ref(String kind, String namespace, String name) {
        return new EntityRef(kind(kind), namespace, name);
    }

    private static Kind kind(String kind) {
        return Kind.of(kind)
                .orElseThrow(() -> new BadRequestException(
                        "'" + kind + "' is no kind of entity",
                        "known are "
                                + String.join(
                                        ", ",
                                        Arrays.stream(Kind.values())
                                                .map(Kind::word)
                                                .toList())));
    }
}
