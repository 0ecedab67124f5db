package dev.gatehouse.document;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Word;
import java.io.IOException;
import java.io.Serial;
import java.math.BigDecimal;

/// How Gatehouse's own scalar values are written: references and digests as text, enum constants in lower case with
/// dashes, decimal numbers without trailing zeros.
final class ScalarModule extends SimpleModule {
    @Serial
    private static final long serialVersionUID = 1L;

    ScalarModule() {
        super("gatehouse-scalars");
        addSerializer(EntityRef.class, ToStringSerializer.instance);
        addKeySerializer(EntityRef.class, new KeyWriter());
        addKeyDeserializer(EntityRef.class, new KeyReader());
        addDeserializer(EntityRef.class, new FromText<>(EntityRef.class) {
            @Serial
            private static final long serialVersionUID = 1L;

            @Override
            protected EntityRef _deserialize(String value, DeserializationContext context) {
                return EntityRef.parse(value);
            }
        });
        addSerializer(Digest.class, ToStringSerializer.instance);
        addDeserializer(Digest.class, new FromText<>(Digest.class) {
            @Serial
            private static final long serialVersionUID = 1L;

            @Override
            protected Digest _deserialize(String value, DeserializationContext context) {
                return new Digest(value);
            }
        });
        addSerializer(BigDecimal.class, new DecimalWriter());
        addSerializer(new EnumWriter());
        setDeserializerModifier(new EnumReaders());
    }

    private abstract static class FromText<T> extends FromStringDeserializer<T> {
        @Serial
        private static final long serialVersionUID = 1L;

        FromText(Class<T> type) {
            super(type);
        }
    }

    private static final class KeyWriter extends JsonSerializer<EntityRef> {
        @Override
        public void serialize(EntityRef value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeFieldName(value.toString());
        }
    }

    private static final class KeyReader extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return EntityRef.parse(key);
        }
    }

    private static final class DecimalWriter extends StdSerializer<BigDecimal> {
        @Serial
        private static final long serialVersionUID = 1L;

        DecimalWriter() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(value.stripTrailingZeros().toPlainString());
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class EnumWriter extends StdSerializer<Enum> {
        @Serial
        private static final long serialVersionUID = 1L;

        EnumWriter() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(Word.of(value));
        }
    }

    private static final class EnumReaders extends BeanDeserializerModifier {
        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config, JavaType type, BeanDescription bean, JsonDeserializer<?> standard) {
            return new EnumReader(type.getRawClass());
        }
    }

    private static final class EnumReader extends StdScalarDeserializer<Enum<?>> {
        @Serial
        private static final long serialVersionUID = 1L;

        EnumReader(Class<?> type) {
            super(type);
        }

        @Override
        public Enum<?> deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = json.getText();
            for (Object constant : handledType().getEnumConstants()) {
                if (Word.of((Enum<?>) constant).equals(text)) {
                    return (Enum<?>) constant;
                }
            }
            return (Enum<?>) context.handleWeirdStringValue(handledType(), text, "not one of the known words");
        }
    }
}
