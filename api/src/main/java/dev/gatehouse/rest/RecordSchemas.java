package dev.gatehouse.rest;

import com.fasterxml.jackson.databind.JavaType;
import dev.gatehouse.document.Digest;
import dev.gatehouse.model.EntityRef;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says of scalars and enums what [Json][dev.gatehouse.document.Json] makes of them.
final class RecordSchemas implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = Json31.mapper().constructType(type.getType());
        Class<?> raw = java == null ? Object.class : java.getRawClass();
        Schema<?> scalar = scalar(raw);
        if (scalar != null) {
            return scalar;
        }
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }

    private static @Nullable Schema<?> scalar(Class<?> raw) {
        if (raw == EntityRef.class) {
            return text("A reference: kind:namespace/name");
        } else if (raw == Digest.class) {
            return text("A digest: sha256:<64 hex digits>");
        } else if (raw == Instant.class) {
            return text("A time, ISO 8601").format("date-time");
        } else if (raw == Duration.class) {
            return text("A duration, ISO 8601").format("duration");
        } else if (raw.isEnum()) {
            return words(raw);
        }
        return null;
    }

    private static Schema<Object> words(Class<?> type) {
        Schema<Object> schema = text(null);
        Arrays.stream(type.getEnumConstants())
                .map(constant ->
                        ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .forEach(schema::addEnumItemObject);
        return schema;
    }

    private static Schema<Object> text(@Nullable String description) {
        Schema<Object> schema = new JsonSchema();
        schema.setTypes(Set.of("string"));
        schema.setDescription(description);
        return schema;
    }
}
