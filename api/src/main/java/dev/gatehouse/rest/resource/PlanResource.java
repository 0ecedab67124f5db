package dev.gatehouse.rest.resource;

import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.plan.PlanRecord;
import dev.gatehouse.rest.description.Failures;
import dev.gatehouse.rest.door.Badges;
import dev.gatehouse.rest.door.Correlation;
import dev.gatehouse.usecase.EvaluatePlan;
import dev.gatehouse.usecase.Replay;
import dev.gatehouse.usecase.UseCases;
import dev.gatehouse.verdict.record.KeptRecord;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Plans.
@Path("/api/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plans", description = "What is to be done in several steps")
public final class PlanResource {
    private static final Logger LOG = LoggerFactory.getLogger(PlanResource.class);
    private static final String EVALUATION = "/evaluations/{id}";

    private final UseCases useCases;

    public PlanResource(UseCases useCases) {
        this.useCases = useCases;
    }

    /// A plan to judge, with what its steps bring along.
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
    @ApiResponse(
            responseCode = "201",
            description = "What came of it, step by step, whatever its verdict",
            headers =
                    @Header(name = "Location", description = "Where its record is", schema = @Schema(types = "string")),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlanRecord.class)))
    public Response evaluate(@Context HttpServletRequest request, PlanBody body) {
        PlanRecord record = useCases.evaluatePlan()
                .run(
                        Badges.actor(request),
                        new EvaluatePlan.Request(body.plan().file(), FileBody.files(body.artifacts()), body.at()));
        Correlation.about("evaluation", record.evaluationId());
        LOG.info(
                "Evaluated plan {}: {}",
                record.evaluation().plan(),
                record.evaluation().verdict().word());
        return Response.created(URI.create("/api/v1/plans/evaluations/" + record.evaluationId()))
                .entity(record)
                .build();
    }

    @GET
    @Path(EVALUATION)
    @Operation(summary = "The record of a plan's evaluation", operationId = "getPlanEvaluation")
    @ApiResponse(responseCode = "200", description = "The record", useReturnTypeSchema = true)
    public PlanRecord find(
            @Context HttpServletRequest request, @Parameter(description = "Its id") @PathParam("id") String id) {
        Correlation.about("evaluation", id);
        return useCases.evaluations().find(Badges.actor(request), id);
    }

    @GET
    @Path(EVALUATION + "/evidence")
    @Operation(summary = "The record with all that evaluating again takes", operationId = "exportPlanEvaluation")
    @ApiResponse(responseCode = "200", description = "The record, and the texts by digest", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "422", ref = Failures.INVALID)
    public KeptRecord<PlanRecord> export(
            @Context HttpServletRequest request, @Parameter(description = "Its id") @PathParam("id") String id) {
        Correlation.about("evaluation", id);
        return useCases.evaluations().export(Badges.actor(request), id);
    }

    @POST
    @Path(EVALUATION + "/replay")
    @Operation(
            summary = "Evaluate again from the record, or with the rules in force now",
            operationId = "replayPlanEvaluation")
    @ApiResponse(
            responseCode = "200",
            description = "What came out, and whether it is the same",
            useReturnTypeSchema = true)
    @ApiResponse(responseCode = "422", ref = Failures.INVALID)
    public Replay.Result replay(
            @Context HttpServletRequest request,
            @Parameter(description = "Its id") @PathParam("id") String id,
            @Parameter(description = "By the rules and policies in force now")
                    @QueryParam("currentRules")
                    @DefaultValue("false")
                    boolean currentRules) {
        Actor actor = Badges.actor(request);
        Correlation.about("evaluation", id);
        return currentRules
                ? useCases.replayPlan().runWithCurrentRules(actor, id)
                : useCases.replayPlan().run(actor, id);
    }
}
