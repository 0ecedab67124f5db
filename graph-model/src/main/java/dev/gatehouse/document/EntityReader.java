package dev.gatehouse.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
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

/// Reads an entity of any kind; its `ref` tells which. As it rarely comes first, what comes before is kept aside for so
/// long, unless many of one kind are read in a row ([#RUN]).
final class EntityReader extends StdDeserializer<Entity> {
    @Serial
    private static final long serialVersionUID = 1L;

    /// Attribute of a reading in which each entity is taken to be of the type of the one before. What is not breaks the
    /// reading off.
    static final Object RUN = "dev.gatehouse.run";

    EntityReader() {
        super(Entity.class);
    }

    @Override
    public Entity deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (context.getAttribute(RUN) instanceof Class<?> type) {
            Entity entity = read(json, context, type);
            if (type(entity.ref()) != type) {
                throw JsonMappingException.from(json, entity.ref() + " is of another type than the one before");
            }
            return entity;
        }
        Entity entity = readAny(json, context);
        if (context.getAttribute(RUN) != null) {
            context.setAttribute(RUN, entity.getClass());
        }
        return entity;
    }

    private static Entity readAny(JsonParser json, DeserializationContext context) throws IOException {
        TokenBuffer entity = context.bufferAsCopyOfValue(json);
        try {
            return read(entity.asParserOnFirstToken(), context, type(EntityRef.parse(ref(entity))));
        } catch (IllegalArgumentException e) {
            throw JsonMappingException.from(json, e.getMessage(), e);
        }
    }

    private static Entity read(JsonParser json, DeserializationContext context, Class<?> type) throws IOException {
        return (Entity) context.findContextualValueDeserializer(context.constructType(type), null)
                .deserialize(json, context);
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
