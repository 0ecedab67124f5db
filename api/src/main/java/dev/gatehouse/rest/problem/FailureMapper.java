package dev.gatehouse.rest.problem;

import dev.gatehouse.document.Json;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/// Answers with a problem document whatever a resource throws.
public final class FailureMapper implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException http
                && http.getResponse().getStatus() < 400) {
            return http.getResponse();
        }
        Problem problem = Problems.of(failure);
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(Json.bytes(problem))
                .build();
    }
}
