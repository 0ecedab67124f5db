package dev.gatehouse.rest.problem;

import dev.gatehouse.document.Json;
import dev.gatehouse.document.Nearest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/// Answers with a problem document whatever a resource throws.
public final class FailureMapper implements ExceptionMapper<Throwable> {
    private final Supplier<List<String>> paths;

    @Context
    @SuppressWarnings("NullAway.Init") // Jersey gives it
    private HttpServletRequest request;

    /// @param paths at which something is, as templates: `/api/v1/decisions/{id}`
    public FailureMapper(Supplier<List<String>> paths) {
        this.paths = paths;
    }

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException http
                && http.getResponse().getStatus() < 400) {
            return http.getResponse();
        }
        Asked asked = asked(failure);
        Problem problem = Problems.of(failure, asked);
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.ALLOW, asked.allowed().isEmpty() ? null : asked.allowed())
                .entity(Json.bytes(problem))
                .build();
    }

    private Asked asked(Throwable failure) {
        String path = request.getRequestURI();
        String allowed = failure instanceof WebApplicationException http
                ? http.getResponse().getHeaderString(HttpHeaders.ALLOW)
                : null;
        return new Asked(
                request.getMethod(),
                path,
                header(HttpHeaders.CONTENT_TYPE),
                header(HttpHeaders.ACCEPT),
                Nearest.to(path, filled(path)).orElse(""),
                Objects.requireNonNullElse(allowed, ""));
    }

    private String header(String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }

    /// The known paths with as many segments, what is open in them filled in as it was asked; none where a segment is
    /// empty, which fills nothing in.
    private List<String> filled(String path) {
        String[] asked = path.split("/", -1);
        if (Arrays.asList(asked).lastIndexOf("") > 0) {
            return List.of();
        }
        List<String> filled = new ArrayList<>();
        for (String template : paths.get()) {
            String[] segments = template.split("/", -1);
            for (int i = 0; i < Math.min(segments.length, asked.length); i++) {
                segments[i] = segments[i].startsWith("{") ? asked[i] : segments[i];
            }
            if (segments.length == asked.length) {
                filled.add(String.join("/", segments));
            }
        }
        return filled;
    }
}
