package dev.gatehouse.rest.problem;

import dev.gatehouse.access.RefusedException;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.graph.StaleRevisionException;
import dev.gatehouse.graph.StoreException;
import dev.gatehouse.usecase.UnknownRecordException;
import jakarta.ws.rs.WebApplicationException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.glassfish.jersey.server.ParamException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which problem an exception is. What nobody expected is told by an id, under which the log has the trace.
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    /// The problem, logged where the cause is ours.
    static Problem of(Throwable failure, Asked asked) {
        return switch (failure) {
            case ParamException e when e.getCause() instanceof BadRequestException why -> of(why);
            case WebApplicationException e -> ofHttp(e.getResponse().getStatus(), asked);
            default -> of(failure);
        };
    }

    /// The problem, logged where the cause is ours, before anybody looked at what was asked for.
    public static Problem of(Throwable failure) {
        return switch (failure) {
            case BadRequestException e -> mistakes(e.what(), "unreadable-request", "The request cannot be read", 400);
            case RefusedException e -> Problem.of("refused", "Not allowed", 403, String.valueOf(e.getMessage()));
            case MissingException e -> mistakes(e.what(), "unknown", "There is no such thing", 404);
            case UnknownRecordException e -> mistakes(e, "unknown", "There is no such thing", 404);
            case TooLargeException e ->
                Problem.of("too-large", "The body is too large", 413, String.valueOf(e.getMessage()));
            case InvalidInputException e -> mistakes(e, "invalid-input", "The input has mistakes", 422);
            case StaleRevisionException e ->
                Problem.of("conflict", "Somebody else was first", 409, String.valueOf(e.getMessage()));
            case StoreException e -> storeFailed(e);
            case RuntimeException e
            when e instanceof HttpException http -> unheard(http.getCode(), String.valueOf(http.getReason()));
            case EofException _ -> unheard(400, "its body broke off");
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

    /// Turned away before anybody looked at what was asked for.
    ///
    /// @param why as far as it is known
    public static Problem unheard(int status, String why) {
        return problem(
                "http",
                "The request failed",
                status,
                why.isEmpty() ? "The request was turned away" : "The request cannot be taken: " + why,
                status == 400
                        ? "check its path, whose parts are percent-encoded as UTF-8 and neither empty nor with slashes"
                                + " or control characters in them; and its headers"
                        : "see /openapi.json for what can be asked, and how");
    }

    private static Problem mistakes(InvalidInputException e, String type, String title, int status) {
        return Problem.about(e.diagnostics(), type, title, status);
    }

    private static Problem storeFailed(StoreException e) {
        LOG.error("The store failed: {}", e.getMessage());
        return Problem.of("store", "The store does not answer", 503, String.valueOf(e.getMessage()));
    }

    private static Problem ofHttp(int status, Asked asked) {
        String here = "at '" + asked.path() + "'";
        return switch (status) {
            case 404 ->
                problem(
                        "unknown",
                        "There is no such thing",
                        status,
                        "Nothing is " + here,
                        asked.nearest().isEmpty()
                                ? "see /openapi.json for what there is"
                                : "did you mean '" + asked.nearest() + "'?");
            case 405 ->
                problem(
                        "method",
                        "Not with this method",
                        status,
                        asked.method() + " means nothing " + here,
                        asked.allowed().isEmpty()
                                ? "see /openapi.json"
                                : "allowed are " + asked.allowed().replace(",", ", "));
            case 406 ->
                problem(
                        "media-type",
                        "Not in this form",
                        status,
                        "Nothing " + here + " can be told as '" + asked.accept() + "'",
                        "leave out the header Accept, or add */* to it");
            case 415 ->
                problem(
                        "media-type",
                        "Not in this form",
                        status,
                        asked.contentType().isEmpty()
                                ? "The body has no Content-Type"
                                : "No body of the type '" + asked.contentType() + "' is read " + here,
                        "send it as application/json");
            default -> unheard(status, "");
        };
    }

    private static Problem problem(String type, String title, int status, String message, String cure) {
        return mistakes(new InvalidInputException(message, cure), type, title, status);
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
