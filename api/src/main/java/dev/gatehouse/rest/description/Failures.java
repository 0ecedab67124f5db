package dev.gatehouse.rest.description;

import dev.gatehouse.rest.problem.Problem;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;

/// The problems that can come instead of an answer. A resource names only those that nothing here tells: see
/// [#INVALID] and [#CONFLICT].
public enum Failures {
    UNREADABLE(400, "The request cannot be read: its body, a parameter, or the request itself"),
    UNAUTHENTICATED(401, "Nobody is known to ask: a token is missing, unknown, revoked or expired"),
    REFUSED(403, "Who asks may not, or a page of another server asks"),
    UNKNOWN(404, "What the path names is not there"),
    NOT_ACCEPTABLE(406, "It cannot be told in a form that the header Accept lets in"),
    TOO_SLOW(408, "The body comes too slowly; ask again"),
    SOMEBODY_ELSE_WAS_FIRST(409, "The graph was changed meanwhile; ask again"),
    TOO_LARGE(413, "The body has more than 64 MiB"),
    NOT_JSON(415, "The body is not application/json"),
    FOREIGN_NAME(421, "The server was asked under a name that it has not"),
    MISTAKES(422, "What was asked has mistakes, each told with its place; nothing was changed"),
    FAILED(500, "An unexpected failure; the log has it under the id that is told"),
    STORE_FAILED(503, "The store does not answer");

    /// For a method that takes no body, but names that may not be there.
    public static final String INVALID = "#/components/responses/422";

    /// For a method that writes to the graph.
    public static final String CONFLICT = "#/components/responses/409";

    private static final String RESPONSES = "#/components/responses/";

    private final String status;
    private final String description;

    Failures(int status, String description) {
        this.status = String.valueOf(status);
        this.description = description;
    }

    /// Those that an operation can come to by what it takes.
    static List<Failures> of(String path, Operation operation) {
        List<Failures> all =
                new ArrayList<>(List.of(UNREADABLE, UNAUTHENTICATED, REFUSED, NOT_ACCEPTABLE, FOREIGN_NAME, FAILED));
        if (path.startsWith("/api/") && !path.startsWith("/api/v1/schemas")) {
            all.add(STORE_FAILED);
        }
        if (path.contains("{")) {
            all.add(UNKNOWN);
        }
        if (operation.getRequestBody() != null) {
            all.addAll(List.of(TOO_SLOW, TOO_LARGE, NOT_JSON, MISTAKES));
        }
        return all;
    }

    void addTo(Operation operation) {
        operation.getResponses().putIfAbsent(status, new ApiResponse().$ref(RESPONSES + status));
    }

    /// All of them, for operations to refer to.
    static void declare(Components components) {
        for (Failures failure : values()) {
            components.addResponses(
                    failure.status,
                    new ApiResponse()
                            .description(failure.description)
                            .content(new Content()
                                    .addMediaType(
                                            Problem.MEDIA_TYPE,
                                            new MediaType()
                                                    .schema(new JsonSchema().$ref("#/components/schemas/Problem")))));
        }
    }
}
