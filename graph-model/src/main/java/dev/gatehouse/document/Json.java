package dev.gatehouse.document;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;

/// Records as JSON, always in the same way: keys sorted, nulls and empty collections left out, no white space; times
/// and durations in ISO 8601, enum constants in lower case with dashes, references and digests as text. Equal records
/// give equal bytes.
public final class Json {
    private static final JsonMapper MAPPER = mapper();

    private Json() {}

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new ScalarModule())
                .addModule(new ModelModule())
                .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                .visibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY)
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(EnumFeature.READ_ENUM_KEYS_USING_INDEX)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_NULL));
        builder.annotationIntrospector(
                AnnotationIntrospector.pair(new RequiredValues(), new JacksonAnnotationIntrospector()));
        JsonSetter.Value elements = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY, Nulls.FAIL);
        for (Class<?> type : List.of(List.class, Set.class)) {
            builder.withConfigOverride(type, override -> override.setSetterInfo(elements));
        }
        JsonSetter.Value values = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
        for (Class<?> type : List.of(Map.class, SortedMap.class)) {
            builder.withConfigOverride(type, override -> override.setSetterInfo(values));
        }
        builder.withConfigOverride(
                String.class,
                override -> override.setInclude(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL)));
        JsonMapper mapper = builder.build();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(200).build());
        return mapper;
    }

    /// The canonical text of a record, map, list or scalar.
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not writable as JSON: " + value.getClass(), e);
        }
    }

    /// The canonical text as UTF-8.
    public static byte[] bytes(Object value) {
        return write(value).getBytes(StandardCharsets.UTF_8);
    }

    /// The digest of the canonical text.
    public static Digest digest(Object value) {
        return Digest.of(bytes(value));
    }

    /// For people: indented, otherwise the same.
    public static String pretty(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not writable as JSON: " + value.getClass(), e);
        }
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws InvalidInputException when it is not JSON of that shape
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (IOException e) {
            throw unreadable(type, e);
        }
    }

    /// Reads what [#write] wrote of very many entities, nearly always one of the type of the one before.
    ///
    /// @param json gives the text, twice where the types change in it
    /// @throws InvalidInputException when it is not JSON of that shape
    public static <T> T readRuns(Supplier<? extends InputStream> json, Class<T> type) {
        try (InputStream text = json.get()) {
            return MAPPER.readerFor(type)
                    .withAttribute(EntityDeserializer.RUN, true)
                    .readValue(text);
        } catch (IOException _) {
            return readAny(json, type);
        }
    }

    private static <T> T readAny(Supplier<? extends InputStream> json, Class<T> type) {
        try (InputStream text = json.get()) {
            return MAPPER.readValue(text, type);
        } catch (IOException e) {
            throw unreadable(type, e);
        }
    }

    private static InvalidInputException unreadable(Class<?> type, IOException e) {
        return new InvalidInputException("This is no " + words(type) + ": " + why(e), "give it as Gatehouse wrote it");
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws InvalidInputException when it is not JSON of that shape
    public static <T> T read(String json, Class<T> type) {
        return read(json.getBytes(StandardCharsets.UTF_8), type);
    }

    /// The record as a tree.
    public static ObjectNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /// The record of a tree that was checked before.
    ///
    /// @throws IllegalArgumentException when it has another shape
    public static <T> T fromTree(JsonNode tree, Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(JsonMistake.words(e), e);
        }
    }

    /// `KeptRecord` as `kept record`.
    private static String words(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static String why(IOException e) {
        return e instanceof JsonProcessingException mistake ? JsonMistake.words(mistake) : "it is not UTF-8";
    }
}
