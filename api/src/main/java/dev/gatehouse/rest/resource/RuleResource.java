package dev.gatehouse.rest.resource;

import dev.gatehouse.rest.door.Badges;
import dev.gatehouse.usecase.Explain.RuleNote;
import dev.gatehouse.usecase.Rules;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;

/// The rules and policies in force.
@Path("/api/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rules", description = "What is judged by")
public final class RuleResource {
    private final Rules rules;

    public RuleResource(Rules rules) {
        this.rules = rules;
    }

    @GET
    @Operation(summary = "What the rules and policies in force say of themselves", operationId = "listRules")
    @ApiResponse(responseCode = "200", description = "A page of them, by id", useReturnTypeSchema = true)
    public Page<RuleNote> list(@Context HttpServletRequest request, @BeanParam Paging paging) {
        return paging.of(rules.run(Badges.actor(request)), RuleNote::ruleId, Comparator.naturalOrder(), String.class);
    }
}
