package dev.gatehouse.client;

import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Asks one server, with a deadline and a token.
final class Connection {
    private static final String API = "/api/v1";

    private final URI server;
    private final @Nullable String token;
    private final Duration deadline;
    private final HttpClient http;

    Connection(HttpClient http, URI server, @Nullable String token, Duration deadline) {
        this.http = http;
        this.server = server;
        this.token = token;
        this.deadline = deadline;
    }

    <T> T get(String path, Map<String, String> query, Class<T> type) {
        return read(send(request(path, query).GET().build()), type);
    }

    <T> T post(String path, Map<String, String> query, Object body, Class<T> type) {
        return read(send(posting(path, query, body)), type);
    }

    /// For what is answered without a body.
    void post(String path, Object body) {
        send(posting(path, Map.of(), body));
    }

    /// Answered without a body.
    void delete(String path) {
        send(request(path, Map.of()).DELETE().build());
    }

    private HttpRequest posting(String path, Map<String, String> query, Object body) {
        return request(path, query)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(body)))
                .build();
    }

    /// A path out of segments, each encoded.
    static String path(String... segments) {
        StringBuilder path = new StringBuilder();
        for (String segment : segments) {
            path.append('/').append(encoded(segment));
        }
        return path.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path, Map<String, String> query) {
        List<String> pairs = new ArrayList<>();
        query.forEach((key, value) -> pairs.add(key + "=" + encoded(value)));
        String asked = server.toString().replaceAll("/+$", "")
                + API
                + path
                + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(asked))
                .timeout(deadline)
                .header("Accept", "application/json, application/problem+json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private byte[] send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 == 2) {
                return response.body();
            }
            throw Refusals.of(response.statusCode(), response.body());
        } catch (HttpTimeoutException e) {
            throw new ServerUnreachableException(
                    "The server at " + server + " did not answer within " + deadline.toSeconds() + " s", e);
        } catch (SSLException e) {
            throw new ServerUnreachableException(
                    "The server at " + server + " cannot be asked over TLS, or its certificate is not trusted ("
                            + e.getMessage() + "); name its authority's PEM file in server.tls.authority",
                    e);
        } catch (IOException e) {
            throw new ServerUnreachableException(
                    "The server at " + server + " does not answer; start one with 'gatehouse serve', or give another"
                            + " with --server",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerUnreachableException("Interrupted while asking " + server, e);
        }
    }

    private <T> T read(byte[] body, Class<T> type) {
        try {
            return Json.read(body, type);
        } catch (InvalidInputException e) {
            throw new ServerFailedException("What " + server + " answered is no " + type.getSimpleName()
                    + "; is it a Gatehouse of this version?");
        }
    }
}
