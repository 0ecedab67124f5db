package dev.gatehouse.rest.resource;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.rest.problem.BadRequestException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.glassfish.jersey.model.Parameter.Source;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.Parameter;

/// Refuses what the resource would not read: unknown query parameters, such that stand there twice, and a body that
/// says
/// something where none is read. And what it would miss: a body.
public final class Intake implements ContainerRequestFilter {
    private static final int NOTHING_SAID = 64;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getUriInfo() instanceof ExtendedUriInfo uri && uri.getMatchedResourceMethod() != null) {
            List<Parameter> parameters = uri.getMatchedResourceMethod().getInvocable().getParameters().stream()
                    .flatMap(Intake::parts)
                    .toList();
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
            } else if (!takesBody && saysSomething(request)) {
                mistakes.add(Diagnostic.error("Nothing is read from a body here", "leave it out, " + all(known)));
            }
            if (!mistakes.isEmpty()) {
                throw new BadRequestException(mistakes);
            }
        }
    }

    /// An object without keys is what many clients send where nothing is asked for.
    private static boolean saysSomething(ContainerRequestContext request) {
        try {
            byte[] beginning = request.hasEntity() ? request.getEntityStream().readNBytes(NOTHING_SAID) : new byte[0];
            String text = new String(beginning, StandardCharsets.UTF_8).replaceAll("\\s", "");
            return !text.isEmpty() && !text.equals("{}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Parameter> parts(Parameter parameter) {
        return parameter instanceof Parameter.BeanParameter bean ? bean.getParameters().stream() : Stream.of(parameter);
    }

    private static void check(String name, int times, List<String> known, List<Diagnostic> mistakes) {
        if (!known.contains(name)) {
            mistakes.add(Diagnostic.error("unknown parameter '" + name + "'", Nearest.cure(name, known, all(known))));
        } else if (times > 1) {
            mistakes.add(Diagnostic.error("the parameter '" + name + "' is given twice", "give it once"));
        }
    }

    private static String all(List<String> known) {
        return known.isEmpty() ? "there are no parameters here" : "known parameters are " + String.join(", ", known);
    }
}
