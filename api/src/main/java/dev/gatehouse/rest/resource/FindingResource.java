package dev.gatehouse.rest.resource;

import dev.gatehouse.rest.description.Failures;
import dev.gatehouse.rest.door.Badges;
import dev.gatehouse.usecase.Findings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The findings of everything.
@Path("/api/v1/findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "findings", description = "What is found in all that is, and what is accepted of it")
public final class FindingResource {
    private final Findings findings;

    public FindingResource(Findings findings) {
        this.findings = findings;
    }

    @GET
    @Operation(summary = "The findings of everything, whoever introduced them", operationId = "listFindings")
    @ApiResponse(
            responseCode = "200",
            description = "A page of them and of what was not known, gate by gate",
            useReturnTypeSchema = true)
    @ApiResponse(responseCode = "422", ref = Failures.INVALID)
    public FindingPage list(
            @Context HttpServletRequest request,
            @Parameter(description = "The environment; production unless said") @QueryParam("environment") @Nullable
                    String environment,
            @Parameter(description = "Only this gate's") @QueryParam("gate") @Nullable String gate,
            @Parameter(description = "The time to judge at; now unless said") @QueryParam("at") @Nullable Instant at,
            @Parameter(description = "Tell with each gate what it checked too: every subject, by rule")
                    @QueryParam("checked")
                    @DefaultValue("false")
                    boolean checked,
            @BeanParam Paging paging) {
        return FindingPage.of(findings.run(Badges.actor(request), environment, gate, at), checked, paging);
    }
}
