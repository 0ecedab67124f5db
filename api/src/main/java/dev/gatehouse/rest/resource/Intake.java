package dev.gatehouse.rest.resource;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.rest.problem.BadRequestException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.jersey.model.Parameter.Source;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.Parameter;

/// Refuses what the resource would not read: unknown query parameters, and such that stand there twice. And what it
/// would miss: a body.
public final class Intake implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getUriInfo() instanceof ExtendedUriInfo uri && uri.getMatchedResourceMethod() != null) {
            List<Parameter> parameters =
                    uri.getMatchedResourceMethod().getInvocable().getParameters();
            List<Diagnostic> mistakes = new ArrayList<>();
            List<String> known = parameters.stream()
                    .filter(parameter -> parameter.getSource() == Source.QUERY)
                    .map(Parameter::getSourceName)
                    .sorted()
                    .toList();
            uri.getQueryParameters().forEach((name, values) -> check(name, values.size(), known, mistakes));
            boolean takesBody = parameters.stream().anyMatch(parameter -> parameter.getSource() == Source.ENTITY);
            if (takesBody && !request.hasEntity()) {
                mistakes.add(JsonBodies.EMPTY);
            }
            if (!mistakes.isEmpty()) {
                throw new BadRequestException(mistakes);
            }
        }
    }

    private static void check(String name, int times, List<String> known, List<Diagnostic> mistakes) {
        if (!known.contains(name)) {
            String all = known.isEmpty() ? "there are none here" : "known are " + String.join(", ", known);
            mistakes.add(Diagnostic.error("unknown parameter '" + name + "'", Nearest.cure(name, known, all)));
        } else if (times > 1) {
            mistakes.add(Diagnostic.error("the parameter '" + name + "' is given twice", "give it once"));
        }
    }
}
