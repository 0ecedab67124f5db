package dev.gatehouse.rest.resource;

import dev.gatehouse.plan.PlanEvaluation;
import dev.gatehouse.rest.door.Badges;
import dev.gatehouse.usecase.EvaluatePlan;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
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
public final class PlanResource {
    private final EvaluatePlan evaluatePlan;

    public PlanResource(EvaluatePlan evaluatePlan) {
        this.evaluatePlan = evaluatePlan;
    }

    /// @param plan the document with `kind: Plan`
    /// @param artifacts the files that its steps name
    /// @param at the time to judge at; null is now
    public record PlanBody(
            FileBody plan,
            List<FileBody> artifacts,
            @Nullable Instant at) {}

    @POST
    @Path("/evaluate")
    @Operation(summary = "Judge a plan in every order in which its steps can come", operationId = "evaluatePlan")
    public PlanEvaluation evaluate(@Context HttpServletRequest request, PlanBody body) {
        return evaluatePlan.run(
                Badges.actor(request),
                new EvaluatePlan.Request(body.plan().file(), FileBody.files(body.artifacts()), body.at()));
    }
}
