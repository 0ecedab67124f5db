package dev.gatehouse.rest.resource;

import dev.gatehouse.rest.door.Badges;
import dev.gatehouse.usecase.Import;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
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
public final class CatalogResource {
    private final Import imports;

    public CatalogResource(Import imports) {
        this.imports = imports;
    }

    /// @param source its name
    /// @param environment in which manifests that do not name one are applied
    /// @param dryRun tell the difference, change nothing
    /// @param allowRemovals let more than a tenth of the source go
    public record CatalogBody(
            String source, @Nullable String environment, List<FileBody> files, boolean dryRun, boolean allowRemovals) {}

    @POST
    @Operation(summary = "Replace what a source declares", operationId = "importCatalog")
    public Import.Result replace(@Context HttpServletRequest request, CatalogBody body) {
        return imports.run(
                Badges.actor(request),
                new Import.Request(
                        body.source(),
                        body.environment(),
                        FileBody.files(body.files()),
                        body.dryRun(),
                        body.allowRemovals()));
    }
}
