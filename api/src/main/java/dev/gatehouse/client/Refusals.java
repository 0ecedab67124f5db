package dev.gatehouse.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.access.RefusedException;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.graph.StaleRevisionException;
import dev.gatehouse.graph.StoreException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Problem documents, as the exceptions that they came from.
final class Refusals {
    private Refusals() {}

    static RuntimeException of(int status, byte[] body) {
        JsonNode problem;
        try {
            problem = Json.read(body, JsonNode.class);
        } catch (InvalidInputException e) {
            return new ServerFailedException("The server answered " + status + " and nothing that can be read");
        }
        String detail = problem.path("detail").asText("The server answered " + status);
        return switch (status) {
            case 401, 403, 421 -> new RefusedException(detail);
            case 400, 404, 413, 422 -> new InvalidInputException(mistakes(problem.path("errors"), detail));
            case 409 -> StaleRevisionException.told(detail);
            case 503 -> new StoreException(detail, null);
            default -> new ServerFailedException(detail);
        };
    }

    private static List<Diagnostic> mistakes(JsonNode errors, String detail) {
        List<Diagnostic> mistakes = new ArrayList<>();
        for (JsonNode error : errors) {
            mistakes.add(new Diagnostic(
                    error.path("severity").asText().equals("warning")
                            ? Diagnostic.Severity.WARNING
                            : Diagnostic.Severity.ERROR,
                    text(error, "file"),
                    error.path("line").asInt(),
                    error.path("column").asInt(),
                    text(error, "pointer"),
                    error.path("detail").asText(),
                    text(error, "cure")));
        }
        return mistakes.isEmpty() ? List.of(Diagnostic.error(detail, null)) : mistakes;
    }

    private static @Nullable String text(JsonNode error, String key) {
        return error.path(key).asText(null);
    }
}
