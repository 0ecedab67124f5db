package dev.gatehouse.rest.resource;

import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Approval;
import dev.gatehouse.rest.description.Failures;
import dev.gatehouse.rest.door.Badges;
import dev.gatehouse.rest.door.Correlation;
import dev.gatehouse.usecase.Approve;
import dev.gatehouse.usecase.Assess;
import dev.gatehouse.usecase.Explain;
import dev.gatehouse.usecase.Replay;
import dev.gatehouse.usecase.UseCases;
import dev.gatehouse.verdict.record.DecisionRecord;
import dev.gatehouse.verdict.record.KeptRecord;
import io.opentelemetry.api.trace.Span;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decisions.
@Path("/api/v1/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "decisions", description = "Whether a change may go ahead, why, and who consents")
public final class DecisionResource {
    /// The header that names the decision of an answer.
    public static final String DECISION = "Gatehouse-Decision";

    private static final Logger LOG = LoggerFactory.getLogger(DecisionResource.class);
    private static final String ID = "{id}";

    private final UseCases useCases;
    private final Meters meters;

    public DecisionResource(UseCases useCases, Meters meters) {
        this.useCases = useCases;
        this.meters = meters;
    }

    /// A change to decide on: its document, or the files of a source as they are to become.
    public record DecisionBody(
            @Schema(description = "The document with kind: Change; this or a head is needed") @Nullable
            FileBody change,

            @Schema(description = "The files of the source as they are to become")
            List<FileBody> head,

            @Schema(description = "The source that the head belongs to") @Nullable
            String source,

            @Schema(description = "Who asks for the head: a team, or user:NAME") @Nullable
            String requestedBy,

            @Schema(description = "The files that the change names")
            List<FileBody> artifacts,

            @Schema(description = "Over the change's own, which is then not needed") @Nullable
            String environment,

            @Schema(description = "Ask only these; all where there are none")
            List<String> gates,

            @Schema(description = "The time to judge at; now unless said") @Nullable
            Instant at,

            @Schema(description = "Let the change live on as proposed")
            boolean register) {
        Assess.Request request() {
            Assess.Asked asked = Assess.Asked.of(
                    change == null ? null : change.file(),
                    FileBody.files(artifacts),
                    source,
                    FileBody.files(head),
                    requestedBy);
            return new Assess.Request(asked, environment, gates, at, register);
        }
    }

    /// Consent to a decision, and how long it holds.
    public record ApprovalBody(
            @Schema(description = "For people; kept with it")
            String reason,

            @Schema(description = "How long it holds; a week unless said") @Nullable
            Duration valid,

            @Schema(description = "In an emergency, over hard objections too")
            boolean breakGlass) {
        Duration time() {
            return valid == null ? Approve.USUAL : valid;
        }
    }

    /// Why a decision's change is rejected.
    public record RejectionBody(
            @Schema(description = "For people; kept with it")
            String reason) {}

    @POST
    @Operation(summary = "Decide whether a change may go ahead", operationId = "decide")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiResponse(
            responseCode = "201",
            description = "The decision, whatever its verdict",
            headers = {
                @Header(name = DECISION, description = "Its id", schema = @Schema(types = "string")),
                @Header(name = "Location", description = "Where its record is", schema = @Schema(types = "string"))
            },
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DecisionRecord.class)))
    @ApiResponse(responseCode = "409", ref = Failures.CONFLICT)
    public Response decide(@Context HttpServletRequest request, DecisionBody body) {
        Assess.Request asked = body.request();
        DecisionRecord record = meters.decision(() -> useCases.assess().run(Badges.actor(request), asked));
        Correlation.about("decision", record.decisionId());
        Span.current()
                .setAttribute(
                        "gatehouse.decision.verdict",
                        record.judgement().verdict().word());
        record.timings()
                .forEach((stage, millis) -> Span.current().setAttribute("gatehouse.decision.ms." + stage, millis));
        LOG.info(
                "Decided on {}: {}",
                record.judgement().change().ref(),
                record.judgement().verdict().word());
        return Response.created(URI.create("/api/v1/decisions/" + record.decisionId()))
                .header(DECISION, record.decisionId())
                .entity(record)
                .build();
    }

    @GET
    @Path("/" + ID)
    @Operation(summary = "The record of a decision", operationId = "getDecision")
    @ApiResponse(responseCode = "200", description = "The record", useReturnTypeSchema = true)
    public DecisionRecord find(
            @Context HttpServletRequest request, @Parameter(description = "Its id") @PathParam("id") String id) {
        Correlation.about("decision", id);
        return useCases.decisions().find(Badges.actor(request), id);
    }

    @GET
    @Path("/" + ID + "/evidence")
    @Operation(summary = "The record with all that deciding again takes", operationId = "exportDecision")
    @ApiResponse(responseCode = "200", description = "The record, and the texts by digest", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "422", ref = Failures.INVALID)
    public KeptRecord<DecisionRecord> export(
            @Context HttpServletRequest request, @Parameter(description = "Its id") @PathParam("id") String id) {
        Actor actor = Badges.actor(request);
        Correlation.about("decision", id);
        return useCases.decisions().export(actor, id);
    }

    @GET
    @Path("/" + ID + "/explanation")
    @Operation(summary = "Why a decision came out as it did", operationId = "explainDecision")
    @ApiResponse(
            responseCode = "200",
            description = "The record, the words of its rules, and proven fixes",
            useReturnTypeSchema = true)
    @ApiResponse(responseCode = "422", ref = Failures.INVALID)
    public Explain.Explanation explain(
            @Context HttpServletRequest request,
            @Parameter(description = "Its id") @PathParam("id") String id,
            @Parameter(description = "Try the usual fixes too") @QueryParam("fix") @DefaultValue("false") boolean fix) {
        Correlation.about("decision", id);
        return useCases.explain().run(Badges.actor(request), id, fix);
    }

    @POST
    @Path("/" + ID + "/replay")
    @Operation(summary = "Decide again from the record, or with the rules in force now", operationId = "replayDecision")
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
        Correlation.about("decision", id);
        return currentRules
                ? useCases.replay().runWithCurrentRules(actor, id)
                : useCases.replay().run(actor, id);
    }

    @POST
    @Path("/" + ID + "/approve")
    @Operation(summary = "Consent to what soft gates object to", operationId = "approveDecision")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiResponse(responseCode = "200", description = "The approval", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "409", ref = Failures.CONFLICT)
    public Approval approve(
            @Context HttpServletRequest request,
            @Parameter(description = "Its id") @PathParam("id") String id,
            ApprovalBody body) {
        Actor actor = Badges.actor(request);
        Correlation.about("decision", id);
        return useCases.approve().approve(actor, id, body.reason(), body.time(), body.breakGlass());
    }

    @POST
    @Path("/" + ID + "/reject")
    @Operation(summary = "Reject the change", operationId = "rejectDecision")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiResponse(responseCode = "204", description = "It is rejected")
    @ApiResponse(responseCode = "409", ref = Failures.CONFLICT)
    public void reject(
            @Context HttpServletRequest request,
            @Parameter(description = "Its id") @PathParam("id") String id,
            RejectionBody body) {
        Actor actor = Badges.actor(request);
        Correlation.about("decision", id);
        useCases.approve().reject(actor, id, body.reason());
    }
}
