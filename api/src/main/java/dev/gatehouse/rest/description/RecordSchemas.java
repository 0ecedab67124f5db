package dev.gatehouse.rest.description;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import dev.gatehouse.document.Digest;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Word;
import dev.gatehouse.model.change.Operation;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Says of records what [Json][dev.gatehouse.document.Json] makes of them: what is null or an empty collection is left
/// out, enum constants are words, references and digests text. Of a request's body it says what is taken.
final class RecordSchemas implements ModelConverter {
    private static final String NULL = "null";

    /// The types by the names that their schemas have.
    private final Map<String, JavaType> named = new HashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = Json31.mapper().constructType(type.getType());
        Schema<?> known = java == null ? null : known(java, context);
        return known == null && chain.hasNext() ? chain.next().resolve(type, context, chain) : known;
    }

    private Schema<?> schema(JavaType type, ModelConverterContext context) {
        return Objects.requireNonNull(known(type, context), () -> "Nothing says what " + type + " is in JSON");
    }

    /// A new one each time, since it is described where it stands.
    private @Nullable Schema<?> known(JavaType type, ModelConverterContext context) {
        Class<?> raw = type.getRawClass();
        Schema<?> scalar = scalar(raw);
        if (scalar != null) {
            return scalar;
        } else if (raw.isRecord()) {
            return reference(type, context, () -> record(type, context));
        } else if (raw.isEnum()) {
            return reference(type, context, () -> words(raw));
        } else if (raw == Entity.class) {
            return reference(type, context, () -> Variants.entity(variant -> schema(of(variant), context)));
        } else if (raw == Operation.class) {
            return reference(type, context, () -> Variants.operation(variant -> schema(of(variant), context)));
        } else if (type.isCollectionLikeType()) {
            return typed("array", null).items(schema(type.getContentType(), context));
        } else if (type.isMapLikeType()) {
            Schema<Object> map = typed("object", null);
            map.setAdditionalProperties(schema(type.getContentType(), context));
            return map;
        }
        return null;
    }

    private static JavaType of(Class<?> type) {
        return Json31.mapper().constructType(type);
    }

    private static @Nullable Schema<?> scalar(Class<?> raw) {
        if (raw == EntityRef.class) {
            return typed("string", "A reference: kind:namespace/name");
        } else if (raw == Digest.class) {
            return typed("string", "A digest: sha256:<64 hex digits>");
        } else if (raw == Instant.class) {
            return typed("string", "A time, ISO 8601").format("date-time");
        } else if (raw == Duration.class) {
            return typed("string", "A duration, ISO 8601").format("duration");
        } else if (raw == String.class) {
            return typed("string", null);
        } else if (raw == boolean.class || raw == Boolean.class) {
            return typed("boolean", null);
        } else if (raw == int.class || raw == Integer.class || raw == long.class || raw == Long.class) {
            return typed("integer", null);
        } else if (raw == double.class || raw == Double.class || raw == BigDecimal.class) {
            return typed("number", null);
        } else if (raw == Object.class) {
            return new JsonSchema();
        }
        return null;
    }

    /// Defines the schema once, under its name, and refers to it.
    private Schema<?> reference(JavaType type, ModelConverterContext context, Supplier<Schema<?>> schema) {
        String name = name(type);
        JavaType before = named.putIfAbsent(name, type);
        if (before != null && !before.equals(type)) {
            throw new IllegalStateException(before + " and " + type + " cannot both be called " + name);
        }
        if (!context.getDefinedModels().containsKey(name)) {
            context.defineModel(name, new JsonSchema());
            context.defineModel(name, schema.get());
        }
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }

    /// The class's name, behind that of the class around it; of a page, what is on it too.
    private static String name(JavaType type) {
        Class<?> raw = type.getRawClass();
        Class<?> around = raw.getEnclosingClass();
        boolean told = around == null || around.getSimpleName().endsWith("Resource");
        String name = (told ? "" : around.getSimpleName()) + raw.getSimpleName();
        return type.containedTypeCount() == 0 ? name : name + "Of" + name(type.containedType(0));
    }

    private Schema<?> record(JavaType type, ModelConverterContext context) {
        Class<?> raw = type.getRawClass();
        Schema<Object> schema = typed("object", null);
        boolean body = raw.getSimpleName().endsWith("Body");
        if (body) {
            schema.setAdditionalProperties(false);
        }
        describe(schema, raw.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class));
        Stream.of(raw.getRecordComponents())
                .sorted(Comparator.comparing(RecordComponent::getName))
                .forEach(component -> {
                    schema.addProperty(component.getName(), property(component, type, body, context));
                    if (always(component, body)) {
                        schema.addRequiredItem(component.getName());
                    }
                });
        return schema;
    }

    private Schema<?> property(RecordComponent component, JavaType owner, boolean body, ModelConverterContext context) {
        JavaType type =
                Json31.mapper().getTypeFactory().resolveMemberType(component.getGenericType(), owner.getBindings());
        Schema<?> schema = schema(type, context);
        if (body && !always(component, true) && !component.getType().isPrimitive()) {
            schema = orNull(schema);
        }
        describe(schema, component.getAccessor().getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class));
        return schema;
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) {
            return new JsonSchema().anyOf(List.of(schema, new JsonSchema().types(Set.of(NULL))));
        }
        Set<String> types = new LinkedHashSet<>(schema.getTypes());
        types.add(NULL);
        schema.setTypes(types);
        return schema;
    }

    /// Whether the property is never left out.
    private static boolean always(RecordComponent component, boolean body) {
        boolean collection = Collection.class.isAssignableFrom(component.getType())
                || Map.class.isAssignableFrom(component.getType());
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && !(body && component.getType().isPrimitive())
                && (!collection || component.getAccessor().isAnnotationPresent(JsonInclude.class));
    }

    private static void describe(Schema<?> schema, io.swagger.v3.oas.annotations.media.@Nullable Schema words) {
        if (words != null) {
            schema.setDescription(words.description());
        }
    }

    private static Schema<Object> words(Class<?> type) {
        Schema<Object> schema = typed("string", null);
        Arrays.stream(type.getEnumConstants())
                .map(constant -> Word.of((Enum<?>) constant))
                .forEach(schema::addEnumItemObject);
        return schema;
    }

    private static Schema<Object> typed(String type, @Nullable String description) {
        Schema<Object> schema = new JsonSchema();
        schema.setTypes(Set.of(type));
        schema.setDescription(description);
        return schema;
    }
}
