package dev.gatehouse.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.change.Operation;
import dev.gatehouse.model.change.RegisteredChange;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.component.Dependency;
import dev.gatehouse.model.component.Deployment;
import dev.gatehouse.model.component.Environment;
import dev.gatehouse.model.component.Flow;
import dev.gatehouse.model.component.Grouping;
import dev.gatehouse.model.component.User;
import dev.gatehouse.model.economy.Budget;
import dev.gatehouse.model.economy.Initiative;
import dev.gatehouse.model.governance.Control;
import dev.gatehouse.model.governance.Waiver;
import dev.gatehouse.model.reliability.Incident;
import dev.gatehouse.model.reliability.Slo;
import java.io.IOException;
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
        addDeserializer(Entity.class, new EntityReader());
        setMixInAnnotation(Operation.class, Wrapped.class);
        setMixInAnnotation(Operation.Set.class, NullsKept.class);
        for (Class<?> operation : Operation.class.getPermittedSubclasses()) {
            String name = operation.getSimpleName();
            registerSubtypes(
                    new NamedType(operation, name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)));
        }
    }

    /// The record that holds entities of a kind.
    static Class<? extends Entity> type(Kind kind) {
        return switch (kind) {
            case COMPONENT, API, RESOURCE, EXTERNAL -> Component.class;
            case SYSTEM, DOMAIN, GROUP -> Grouping.class;
            case USER -> User.class;
            case ENVIRONMENT -> Environment.class;
            case DEPLOYMENT -> Deployment.class;
            case DEPENDENCY -> Dependency.class;
            case FLOW -> Flow.class;
            case SLO -> Slo.class;
            case INCIDENT -> Incident.class;
            case BUDGET -> Budget.class;
            case INITIATIVE -> Initiative.class;
            case CONTROL -> Control.class;
            case WAIVER -> Waiver.class;
            case CHANGE -> RegisteredChange.class;
            case CYCLE, ARTIFACT -> throw new IllegalArgumentException("No source declares a " + kind.word());
        };
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    private interface Wrapped {}

    /// Elsewhere null is left out; here it says that an attribute becomes unknown.
    private abstract static class NullsKept {
        @JsonInclude(content = JsonInclude.Include.ALWAYS)
        @SuppressWarnings("UnusedVariable") // Jackson reads the annotation only
        private @Nullable Map<String, Object> attributes;
    }

    private static final class EntityReader extends StdDeserializer<Entity> {
        @Serial
        private static final long serialVersionUID = 1L;

        EntityReader() {
            super(Entity.class);
        }

        @Override
        public Entity deserialize(JsonParser json, DeserializationContext context) throws IOException {
            ObjectNode tree = json.getCodec().readTree(json);
            EntityRef ref = EntityRef.parse(tree.path("ref").asText());
            return json.getCodec().treeToValue(tree, type(ref.kind()));
        }
    }
}
