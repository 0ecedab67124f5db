package dev.gatehouse.rest.door;

import dev.gatehouse.document.Sizes;
import dev.gatehouse.rest.problem.BadRequestException;
import dev.gatehouse.rest.problem.Problem;
import dev.gatehouse.rest.problem.Problems;
import dev.gatehouse.rest.problem.TooLargeException;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// Turns away what was asked under a foreign name (a page whose name was bound to this address) or by a foreign page,
/// and what is too long; gives every request an id and every answer its security headers.
public final class Door extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /// The most bytes that a body can have: the largest source as JSON, which writes some characters as two.
    public static final long LONGEST_BODY = 2L * Sizes.SOURCE;

    /// The header with the request's id, which the log lines have too.
    public static final String REQUEST_ID = "Gatehouse-Request";

    private static final String MDC_KEY = "request";

    private final transient Set<String> hosts;
    private final boolean encrypted;
    private final transient Trace trace;

    /// @param hosts the names that this server is asked under, without ports
    /// @param encrypted whether TLS is spoken
    /// @param telemetry where traces go
    public Door(Set<String> hosts, boolean encrypted, OpenTelemetry telemetry) {
        this.hosts = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        this.hosts.addAll(hosts);
        this.encrypted = encrypted;
        this.trace = new Trace(telemetry);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Span span = trace.start(request);
        String id = Trace.id(span);
        MDC.put(MDC_KEY, id);
        try (Scope _ = span.makeCurrent()) {
            headers(response, id);
            Problem objection = objection(request);
            if (objection == null) {
                chain.doFilter(request, response);
            } else {
                Answer.with(response, objection);
            }
        } finally {
            Trace.end(span, response);
            MDC.clear();
        }
    }

    private void headers(HttpServletResponse response, String id) {
        response.setHeader(REQUEST_ID, id);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'; base-uri 'none'");
        response.setHeader("Cache-Control", "no-store");
        if (encrypted) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    private @Nullable Problem objection(HttpServletRequest request) {
        if (!hosts.contains(withoutBrackets(request.getServerName()))) {
            return Problems.foreign(
                    421,
                    "'" + request.getServerName()
                            + "' is no name of this server; add it to the allowed hosts if it is meant");
        }
        String origin = request.getHeader("Origin");
        if (origin != null && !own(origin, request)) {
            return Problems.foreign(403, "Pages of '" + origin + "' may not ask here");
        }
        if (request.getContentLengthLong() > LONGEST_BODY) {
            return Problems.of(new TooLargeException(LONGEST_BODY));
        }
        String type = request.getContentType();
        return type == null || isMediaType(type)
                ? null
                : Problems.of(BadRequestException.noMediaType(HttpHeaders.CONTENT_TYPE, type));
    }

    private static boolean isMediaType(String text) {
        try {
            MediaType.valueOf(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// Whether a page comes from this very server: same scheme, host and port.
    private static boolean own(String origin, HttpServletRequest request) {
        try {
            URI from = new URI(origin);
            return from.getHost() != null
                    && request.getScheme().equalsIgnoreCase(from.getScheme())
                    && withoutBrackets(from.getHost()).equals(withoutBrackets(request.getServerName()))
                    && port(from) == request.getServerPort();
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }

    private static int port(URI from) {
        if (from.getPort() >= 0) {
            return from.getPort();
        }
        return "https".equalsIgnoreCase(from.getScheme()) ? 443 : 80;
    }

    private static String withoutBrackets(String host) {
        String plain = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return plain.toLowerCase(Locale.ROOT);
    }
}
