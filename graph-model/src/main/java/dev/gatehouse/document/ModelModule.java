package dev.gatehouse.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.change.Operation;
import java.io.Serial;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the model's open and sealed types are told apart: an entity by the kind in its reference, an operation by the
/// one key around it, as in a change's document (`{"deploy": {…}}`).
final class ModelModule extends SimpleModule {
    @Serial
    private static final long serialVersionUID = 1L;

    ModelModule() {
        super("gatehouse-model");
        addDeserializer(Entity.class, new EntityDeserializer());
        setMixInAnnotation(Operation.class, Wrapped.class);
        setMixInAnnotation(Operation.Set.class, NullsKept.class);
        for (Class<?> operation : Operation.class.getPermittedSubclasses()) {
            String name = operation.getSimpleName();
            registerSubtypes(
                    new NamedType(operation, name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)));
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    private interface Wrapped {}

    /// Elsewhere null is left out; here it says that an attribute becomes unknown.
    private abstract static class NullsKept {
        @JsonInclude(content = JsonInclude.Include.ALWAYS)
        @SuppressWarnings("UnusedVariable") // Jackson reads the annotation only
        private @Nullable Map<String, Object> attributes;
    }
}
