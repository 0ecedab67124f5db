package dev.gatehouse.rest.resource;

import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.document.schema.Schemas;
import dev.gatehouse.rest.problem.MissingException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/// The schemas of what people write.
@Path("/api/v1/schemas")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "schemas", description = "The forms of what people write")
public final class SchemaResource {
    private static final String SCHEMA = "application/schema+json";

    @GET
    @Operation(summary = "The kinds that have a schema", operationId = "listSchemas")
    @ApiResponse(responseCode = "200", description = "All of them", useReturnTypeSchema = true)
    public Page<String> list() {
        return new Page<>(Schemas.kinds(), null);
    }

    @GET
    @Path("/{kind}")
    @Produces(SCHEMA)
    @Operation(summary = "The JSON Schema (2020-12) of a kind", operationId = "getSchema")
    @ApiResponse(
            responseCode = "200",
            description = "The schema",
            content = @Content(mediaType = SCHEMA, schema = @Schema(types = "object")))
    public String schema(
            @Parameter(description = "The kind that documents name, such as Change") @PathParam("kind") String kind) {
        List<String> kinds = Schemas.kinds();
        return MissingException.unlessFound(() -> {
            String known = kinds.stream()
                    .filter(kind::equalsIgnoreCase)
                    .findFirst()
                    .orElseThrow(() -> new InvalidInputException(
                            "There is no schema of kind '" + kind + "'",
                            Nearest.cure(kind, kinds, "known are " + String.join(", ", kinds))));
            return Schemas.text(known);
        });
    }
}
