package dev.gatehouse.policies.opa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.policies.opa.OpaFailure.Kind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Speaks OPA's REST interface: every request has a deadline, every answer is either of the expected shape or a named
/// failure.
///
/// @param base where the server is
/// @param token shown with each request; null shows none
/// @param deadline for each request, answer included
record OpaClient(HttpClient http, URI base, @Nullable String token, Duration deadline) {
    /// In bytes; far beyond what findings take.
    private static final long LONGEST = 64L * 1024 * 1024;

    /// How long to wait for one that says how it is.
    private static final Duration PROBE = Duration.ofSeconds(3);

    /// The value of a document for an input; missing where it is undefined.
    JsonNode data(String path, JsonNode input) throws OpaFailure {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("input", input);
        return send("POST", "/v1/data/" + path + "?strict-builtin-errors=true", body)
                .path("result");
    }

    /// What a query binds, for each way in which it holds.
    JsonNode query(String query, JsonNode input) throws OpaFailure {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("query", query).set("input", input);
        return send("POST", "/v1/query", body).path("result");
    }

    /// Every module that it runs.
    JsonNode modules() throws OpaFailure {
        JsonNode modules = send("GET", "/v1/policies", null).path("result");
        if (!modules.isArray()) {
            throw new OpaFailure(Kind.NONSENSE, "OPA at " + base + " lists no policies");
        }
        return modules;
    }

    /// Adds a module.
    void put(String name, String text) throws OpaFailure {
        HttpRequest.Builder request = request("/v1/policies/" + name).PUT(BodyPublishers.ofString(text));
        read(exchange(request));
    }

    boolean healthy() {
        return health().equals(Optional.of(200));
    }

    /// The status that it gives when it is asked how it is; empty where it gives none.
    private Optional<Integer> health() {
        try {
            return Optional.of(exchange(request("/health").GET(), PROBE).statusCode());
        } catch (OpaFailure _) {
            return Optional.empty();
        }
    }

    private JsonNode send(String method, String path, @Nullable JsonNode body) throws OpaFailure {
        return read(exchange(request(path)
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(Json.bytes(body)))));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", path.startsWith("/v1/policies") ? "text/plain" : "application/json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    /// One that is too slow, and does not even say how it is, hangs.
    private HttpResponse<byte[]> exchange(HttpRequest.Builder request) throws OpaFailure {
        try {
            return exchange(request, deadline);
        } catch (OpaFailure failure) {
            if (failure.kind() == Kind.SLOW && health().isEmpty()) {
                throw new OpaFailure(Kind.UNUSABLE, failure.reason() + ", and does not say how it is");
            }
            throw failure;
        }
    }

    private HttpResponse<byte[]> exchange(HttpRequest.Builder request, Duration patience) throws OpaFailure {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST));
        try {
            // The request's own timeout would end with the headers; this one holds for the body too.
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            answer.cancel(true);
            throw new OpaFailure(Kind.SLOW, "OPA at " + base + " did not answer within " + patience.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw broken(String.valueOf(e.getCause()));
        } catch (InterruptedException _) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new OpaFailure(Kind.SLOW, "Interrupted while waiting for OPA");
        }
    }

    private OpaFailure broken(String why) {
        return why.contains("capacity")
                ? new OpaFailure(Kind.SLOW, "OPA at " + base + " answered with more than " + LONGEST + " bytes")
                : new OpaFailure(Kind.GONE, "OPA at " + base + " cannot be reached: " + why);
    }

    private JsonNode read(HttpResponse<byte[]> response) throws OpaFailure {
        JsonNode body;
        try {
            body = Json.read(response.body(), JsonNode.class);
        } catch (InvalidInputException _) {
            throw new OpaFailure(
                    Kind.NONSENSE, "OPA at " + base + " answered " + response.statusCode() + " with what is not JSON");
        }
        if (response.statusCode() / 100 != 2) {
            throw new OpaFailure(Kind.REFUSED, refusal(response.statusCode(), body));
        }
        if (!body.isObject()) {
            throw new OpaFailure(Kind.NONSENSE, "OPA at " + base + " answered with what is no object");
        }
        return body;
    }

    private static String refusal(int status, JsonNode body) {
        JsonNode error = body.path("errors").path(0);
        if (error.isMissingNode()) {
            return "OPA answered " + status + ": " + body.path("message").asText("no reason given");
        }
        JsonNode at = error.path("location");
        return at.path("file").asText() + ":" + at.path("row").asInt() + ": "
                + error.path("message").asText();
    }
}
