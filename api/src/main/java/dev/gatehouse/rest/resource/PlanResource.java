package dev.gatehouse.rest.resource;

import dev.gatehouse.plan.PlanEvaluation;
import dev.gatehouse.rest.door.Badges;
import dev.gatehouse.usecase.EvaluatePlan;
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
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Plans.
@Path("/api/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plans", description = "What is to be done in several steps")
public final class PlanResource {
    private final EvaluatePlan evaluatePlan;

    public PlanResource(EvaluatePlan evaluatePlan) {
        this.evaluatePlan = evaluatePlan;
    }

    /// @param plan the document with `kind: Plan`
    /// @param artifacts the files that its steps name
    /// @param at the time to judge at; null is now
    public record PlanBody(
            @Schema(description = "The document with kind: Plan")
            FileBody plan,

            @Schema(description = "The files that its steps name")
            List<FileBody> artifacts,

            @Schema(description = "The time to judge at; now unless said") @Nullable
            Instant at) {}

    @POST
    @Path("/evaluate")
    @Operation(summary = "Judge a plan in every order in which its steps can come", operationId = "evaluatePlan")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiResponse(responseCode = "200", description = "What came of it, step by step", useReturnTypeSchema = true)
    public PlanEvaluation evaluate(@Context HttpServletRequest request, PlanBody body) {
        return evaluatePlan.run(
                Badges.actor(request),
                new EvaluatePlan.Request(body.plan().file(), FileBody.files(body.artifacts()), body.at()));
    }
}
