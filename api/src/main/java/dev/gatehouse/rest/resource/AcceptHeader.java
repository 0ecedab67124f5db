package dev.gatehouse.rest.resource;

import dev.gatehouse.rest.problem.BadRequestException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;

/// Refuses a header Accept that names no media types, before a resource is chosen by it.
@PreMatching
public final class AcceptHeader implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        try {
            request.getAcceptableMediaTypes();
        } catch (ProcessingException | IllegalArgumentException e) {
            throw BadRequestException.noMediaType(
                    HttpHeaders.ACCEPT, String.valueOf(request.getHeaderString(HttpHeaders.ACCEPT)));
        }
    }
}
