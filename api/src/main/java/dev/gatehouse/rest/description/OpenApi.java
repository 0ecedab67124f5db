package dev.gatehouse.rest.description;

import dev.gatehouse.rest.problem.Problem;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The description of what can be asked, read from the resources themselves when it is first asked for.
public final class OpenApi {
    private static final String BEARER = "bearer";

    private final Supplier<OpenAPI> api;

    /// @param resources the classes that answer
    public OpenApi(List<Class<?>> resources) {
        this.api = new Once(() -> describe(new LinkedHashSet<>(resources)));
    }

    public String text() {
        return Json31.pretty(api.get());
    }

    /// The paths as templates: `/api/v1/decisions/{id}`.
    public List<String> paths() {
        return List.copyOf(api.get().getPaths().keySet());
    }

    private static OpenAPI describe(Set<Class<?>> resources) {
        ModelConverters converters = ModelConverters.getInstance(true);
        converters.addConverter(new RecordSchemas());
        OpenAPI api = new Reader(new SwaggerConfiguration()
                        .openAPI31(true)
                        .defaultResponseCode("200")
                        .openAPI(frame()))
                .read(resources);
        converters
                .resolveAsResolvedSchema(new AnnotatedType(Problem.class).resolveAsRef(true))
                .referencedSchemas
                .forEach(api.getComponents()::addSchemas);
        Failures.declare(api.getComponents());
        api.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> complete(path, method, operation)));
        return api;
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        Failures.of(path, operation).forEach(failure -> failure.addTo(operation));
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().setRequired(true);
        }
        if (method == PathItem.HttpMethod.GET) {
            operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
            operation.addSecurityItem(new SecurityRequirement());
        }
    }

    private static OpenAPI frame() {
        return new OpenAPI(SpecVersion.V31)
                .openapi("3.1.0")
                .info(new Info()
                        .title("Gatehouse")
                        .version("v1")
                        .description("Decides whether a change to a software architecture may go ahead, and says why."
                                + " In answers, what is null and what is an empty list or map is left out.")
                        .license(new License().name("Apache 2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("Every write takes a token; reading takes one off loopback, and"
                                                + " where the server is configured so.")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    /// Made when first asked for, and kept.
    private static final class Once implements Supplier<OpenAPI> {
        private final Supplier<OpenAPI> make;
        private @Nullable OpenAPI made;

        Once(Supplier<OpenAPI> make) {
            this.make = make;
        }

        @Override
        public synchronized OpenAPI get() {
            OpenAPI known = made;
            if (known == null) {
                known = make.get();
                made = known;
            }
            return known;
        }
    }
}
