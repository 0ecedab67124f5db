package dev.gatehouse.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import java.io.IOException;
import java.io.Serial;

/// Reads an entity of any kind; its `ref` tells which. As it rarely comes first, what comes before is kept aside for so
/// long, unless many of one kind are read in a row ([#RUN]).
final class EntityDeserializer extends StdDeserializer<Entity> {
    @Serial
    private static final long serialVersionUID = 1L;

    /// Attribute of a reading in which each entity is taken to be of the type of the one before. What is not breaks the
    /// reading off.
    static final Object RUN = "dev.gatehouse.run";

    EntityDeserializer() {
        super(Entity.class);
    }

    @Override
    public Entity deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (context.getAttribute(RUN) instanceof Class<?> type) {
            Entity entity = read(json, context, type);
            if (EntityTypes.of(entity.ref().kind()) != type) {
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
            return read(
                    entity.asParserOnFirstToken(),
                    context,
                    EntityTypes.of(EntityRef.parse(ref(entity)).kind()));
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
}
