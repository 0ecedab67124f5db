package dev.gatehouse.rest;

import dev.gatehouse.rest.problem.Problem;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// The description of what can be asked, read from the resources themselves.
final class OpenApi {
    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";

    private final Supplier<String> text;

    OpenApi(List<Object> resources) {
        Set<Class<?>> classes = new LinkedHashSet<>();
        resources.forEach(resource -> classes.add(resource.getClass()));
        this.text = new Once(() -> Json31.pretty(describe(classes)));
    }

    String text() {
        return text.get();
    }

    private static OpenAPI describe(Set<Class<?>> classes) {
        ModelConverters converters = ModelConverters.getInstance(true);
        converters.addConverter(new RecordSchemas());
        OpenAPI api = new Reader(new SwaggerConfiguration().openAPI31(true).openAPI(frame())).read(classes);
        converters
                .resolveAsResolvedSchema(new AnnotatedType(Problem.class).resolveAsRef(false))
                .referencedSchemas
                .forEach(api.getComponents()::addSchemas);
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(OpenApi::mayFail);
        return api;
    }

    private static OpenAPI frame() {
        return new OpenAPI(SpecVersion.V31)
                .openapi("3.1.0")
                .info(new Info()
                        .title("Gatehouse")
                        .version("v1")
                        .description("Decides whether a change to a software architecture may go ahead, and says why."))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("Every write takes a token; reads on loopback take none unless"
                                                + " the server is configured so.")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    private static void mayFail(Operation operation) {
        Schema<?> problem = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("A problem (RFC 9457)")
                                .content(new Content()
                                        .addMediaType(Problem.MEDIA_TYPE, new MediaType().schema(problem))));
    }

    /// Made when first asked for, and kept.
    private static final class Once implements Supplier<String> {
        private final Supplier<String> make;
        private String made = "";

        Once(Supplier<String> make) {
            this.make = make;
        }

        @Override
        public synchronized String get() {
            if (made.isEmpty()) {
                made = make.get();
            }
            return made;
        }
    }
}
