package dev.gatehouse.client;

import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// Asks one server, with a deadline and a token. By the JDK's old client: the new one costs a command that asks
/// twice as much processor time as all else in it.
final class Connection {
    private static final String API = "/api/v1";
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int FAILED = 400;

    static {
        // Whether what broke off was done already is not known.
        System.setProperty("sun.net.http.retryPost", "false");
    }

    private final URI server;
    private final @Nullable String token;
    private final Duration deadline;
    private final @Nullable SSLSocketFactory trust;

    /// @param trust how servers are known; null takes what Java trusts
    /// @param deadline the longest silence before an answer has ended
    Connection(@Nullable SSLSocketFactory trust, URI server, @Nullable String token, Duration deadline) {
        this.trust = trust;
        this.server = server;
        this.token = token;
        this.deadline = deadline;
    }

    <T> T get(String path, Map<String, String> query, Class<T> type) {
        return read(send("GET", API + path, query, null), type);
    }

    <T> T post(String path, Map<String, String> query, Object body, Class<T> type) {
        return read(send("POST", API + path, query, Json.bytes(body)), type);
    }

    /// For what is answered without a body.
    void post(String path, Object body) {
        send("POST", API + path, Map.of(), Json.bytes(body));
    }

    /// Answered without a body.
    void delete(String path) {
        send("DELETE", API + path, Map.of(), null);
    }

    /// How the server does; told too where it cannot do what it should.
    <T> T health(Class<T> type) {
        try {
            HttpURLConnection http = open("/health/ready", Map.of());
            int status = http.getResponseCode();
            byte[] answer = answer(http, status);
            if (status == HttpURLConnection.HTTP_OK || status == HttpURLConnection.HTTP_UNAVAILABLE) {
                return read(answer, type);
            }
            throw Refusals.of(status, answer);
        } catch (IOException e) {
            throw unreachable(e);
        }
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

    private byte[] send(String method, String path, Map<String, String> query, byte @Nullable [] body) {
        try {
            HttpURLConnection http = open(path, query);
            http.setRequestMethod(method);
            if (body != null) {
                http.setDoOutput(true);
                http.setRequestProperty("Content-Type", "application/json");
                try (OutputStream out = http.getOutputStream()) {
                    out.write(body);
                }
            }
            int status = http.getResponseCode();
            byte[] answer = answer(http, status);
            if (status / 100 == 2) {
                return answer;
            }
            throw Refusals.of(status, answer);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private HttpURLConnection open(String path, Map<String, String> query) throws IOException {
        List<String> pairs = new ArrayList<>();
        query.forEach((key, value) -> pairs.add(key + "=" + encoded(value)));
        String asked =
                server.toString().replaceAll("/+$", "") + path + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs));
        HttpURLConnection http = (HttpURLConnection) URI.create(asked).toURL().openConnection();
        if (trust != null && http instanceof HttpsURLConnection https) {
            https.setSSLSocketFactory(trust);
        }
        http.setInstanceFollowRedirects(false);
        http.setConnectTimeout((int) CONNECT.toMillis());
        http.setReadTimeout((int) deadline.toMillis());
        http.setRequestProperty("Accept", "application/json, application/problem+json");
        if (token != null) {
            http.setRequestProperty("Authorization", "Bearer " + token);
        }
        return http;
    }

    private static byte[] answer(HttpURLConnection http, int status) throws IOException {
        try (InputStream body = status >= FAILED ? http.getErrorStream() : http.getInputStream()) {
            return body == null ? new byte[0] : body.readAllBytes();
        }
    }

    private ServerUnreachableException unreachable(IOException e) {
        return new ServerUnreachableException(
                switch (e) {
                    case SocketTimeoutException _ ->
                        "The server at " + server + " did not answer within " + deadline.toSeconds() + " s";
                    case SSLException _ ->
                        "The server at " + server + " cannot be asked over TLS, or its certificate is not trusted ("
                                + e.getMessage() + "); name its authority's PEM file in server.tls.authority";
                    default ->
                        "The server at " + server + " does not answer; start one with 'gatehouse serve', or give"
                                + " another with --server";
                },
                e);
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
