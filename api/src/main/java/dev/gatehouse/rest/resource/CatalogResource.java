package dev.gatehouse.rest.resource;

import dev.gatehouse.rest.description.Failures;
import dev.gatehouse.rest.door.Badges;
import dev.gatehouse.usecase.Import;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What sources declare.
@Path("/api/v1/catalog")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalog", description = "What sources declare, and what the graph holds of it")
public final class CatalogResource {
    private final Import imports;

    public CatalogResource(Import imports) {
        this.imports = imports;
    }

    /// A source, as a whole.
    public record CatalogBody(
            @Schema(description = "Its name") String source,

            @Schema(description = "Where manifests that name no environment are applied") @Nullable
            String environment,

            @Schema(description = "All files of the source, which is replaced as a whole")
            List<FileBody> files,

            @Schema(description = "Tell the difference, change nothing")
            boolean dryRun,

            @Schema(description = "Let more than a tenth of the source go")
            boolean allowRemovals,

            @Schema(
                    description =
                            "Take what can be read where documents are broken; what rules need of the rest is unknown")
            boolean partial) {}

    @POST
    @Operation(summary = "Replace what a source declares", operationId = "importCatalog")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiResponse(responseCode = "200", description = "What was changed, or would be", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "409", ref = Failures.CONFLICT)
    public Import.Result replace(@Context HttpServletRequest request, CatalogBody body) {
        return imports.run(
                Badges.actor(request),
                new Import.Request(
                        body.source(),
                        body.environment(),
                        FileBody.files(body.files()),
                        body.dryRun(),
                        body.allowRemovals(),
                        body.partial()));
    }
}
