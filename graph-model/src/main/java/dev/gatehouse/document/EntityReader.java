package dev.gatehouse.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
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

/// Reads an entity of any kind; its `ref` tells which.
final class EntityReader extends StdDeserializer<Entity> {
    @Serial
    private static final long serialVersionUID = 1L;

    EntityReader() {
        super(Entity.class);
    }

    @Override
    public Entity deserialize(JsonParser json, DeserializationContext context) throws IOException {
        TokenBuffer entity = context.bufferAsCopyOfValue(json);
        try {
            JavaType type = context.constructType(type(EntityRef.parse(ref(entity))));
            return (Entity) context.findContextualValueDeserializer(type, null)
                    .deserialize(entity.asParserOnFirstToken(), context);
        } catch (IllegalArgumentException e) {
            throw JsonMappingException.from(json, e.getMessage(), e);
        }
    }

    private static String ref(TokenBuffer entity) throws IOException {
        JsonParser tokens = entity.asParserOnFirstToken();
        while (tokens.nextToken() == JsonToken.FIELD_NAME) {
            String field = tokens.currentName();
            tokens.nextToken();
            if (field.equals("ref")) {
                return tokens.getText();
            }
            tokens.skipChildren();
        }
        return "";
    }

    private static Class<? extends Entity> type(EntityRef ref) {
        return switch (ref.kind()) {
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
            case CYCLE, ARTIFACT ->
                throw new IllegalArgumentException("'" + ref + "' is never declared, so it cannot be read");
        };
    }
}
