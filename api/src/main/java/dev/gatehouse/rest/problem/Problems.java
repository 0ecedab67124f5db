package dev.gatehouse.rest.problem;

import dev.gatehouse.access.RefusedException;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.graph.StaleRevisionException;
import dev.gatehouse.graph.StoreException;
import jakarta.ws.rs.WebApplicationException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.glassfish.jersey.server.ParamException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which problem an exception is. What nobody expected is told by an id, under which the log has the trace.
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    /// The problem, logged where the cause is ours.
    public static Problem of(Throwable failure) {
        return switch (failure) {
            case BadRequestException e -> mistakes(e.what(), "unreadable-request", "The request cannot be read", 400);
            case ParamException e ->
                Problem.of(
                        "unreadable-request",
                        "The request cannot be read",
                        400,
                        "The parameter '" + e.getParameterName() + "' cannot have that value");
            case RefusedException e -> Problem.of("refused", "Not allowed", 403, String.valueOf(e.getMessage()));
            case MissingException e -> mistakes(e.what(), "unknown", "There is no such thing", 404);
            case TooLargeException e ->
                Problem.of("too-large", "The body is too large", 413, String.valueOf(e.getMessage()));
            case InvalidInputException e -> mistakes(e, "invalid-input", "The input has mistakes", 422);
            case StaleRevisionException e ->
                Problem.of("conflict", "Somebody else was first", 409, String.valueOf(e.getMessage()));
            case StoreException e -> storeFailed(e);
            case WebApplicationException e -> ofHttp(e.getResponse().getStatus());
            default -> unexpected(failure);
        };
    }

    /// Nobody is known to ask.
    public static Problem unauthenticated(String detail) {
        return Problem.of("unauthenticated", "Nobody is known to ask", 401, detail);
    }

    /// Asked under a foreign name or from a foreign page.
    public static Problem foreign(int status, String detail) {
        return Problem.of("foreign", "The request comes from elsewhere", status, detail);
    }

    /// The request broke off or broke a rule of HTTP before anybody looked at it.
    public static Problem unheard(int status) {
        return ofHttp(status);
    }

    private static Problem mistakes(InvalidInputException e, String type, String title, int status) {
        return Problem.about(e.diagnostics(), type, title, status, String.valueOf(e.getMessage()));
    }

    private static Problem storeFailed(StoreException e) {
        LOG.error("The store failed: {}", e.getMessage());
        return Problem.of("store", "The store does not answer", 503, String.valueOf(e.getMessage()));
    }

    private static Problem ofHttp(int status) {
        return switch (status) {
            case 404 ->
                Problem.of("unknown", "There is no such thing", 404, "Nothing is at this path; see /openapi.json");
            case 405 ->
                Problem.of("method", "Not with this method", 405, "See /openapi.json for what can be done here");
            case 406 -> Problem.of("media-type", "Not in this form", 406, "The answer is application/json");
            case 415 -> Problem.of("media-type", "Not in this form", 415, "Send application/json");
            default -> Problem.of("http", "The request failed", status, "See /openapi.json");
        };
    }

    private static Problem unexpected(Throwable failure) {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        LOG.error("Incident {}", id, failure);
        return Problem.of(
                        "failed",
                        "Something failed here",
                        500,
                        "An unexpected failure; the server's log has it as " + id)
                .loggedAs(id);
    }
}
