package dev.gatehouse.rest.resource;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.Position;
import dev.gatehouse.rest.door.Door;
import dev.gatehouse.rest.problem.BadRequestException;
import dev.gatehouse.rest.problem.TooLargeException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.util.List;

/// Bodies as the records write them: the same bytes in an answer as in a stored record.
///
/// The priority puts it before Dropwizard's own provider, which would otherwise come first on some runs.
@Priority(1)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class JsonBodies implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
    private static final int DEEPEST = 200;
    private static final JsonMapper PARSER = parser();

    private static JsonMapper parser() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength((int) Door.LONGEST_BODY)
                        .build());
        return mapper;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type.isRecord();
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] bytes = body.readNBytes((int) Door.LONGEST_BODY + 1);
        if (bytes.length > Door.LONGEST_BODY) {
            throw new TooLargeException(Door.LONGEST_BODY);
        }
        JsonNode tree = parse(bytes);
        List<Diagnostic> mistakes = BodyShape.mistakes(tree, type);
        if (!mistakes.isEmpty()) {
            throw new BadRequestException(mistakes);
        }
        try {
            return Json.fromTree(tree, type);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new BadRequestException(
                    "The body does not fit: " + e.getMessage(), "see /openapi.json for the types of its values");
        }
    }

    private static JsonNode parse(byte[] bytes) throws IOException {
        try {
            return PARSER.readTree(bytes);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            Position position = at == null
                    ? new Position(null, 0, 0, null)
                    : new Position(null, at.getLineNr(), at.getColumnNr(), null);
            String why = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
            String place = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            throw new BadRequestException(List.of(
                    Diagnostic.error(position, "The body is not JSON" + place + ": " + why, "send one JSON object")));
        }
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return !CharSequence.class.isAssignableFrom(type) && type != byte[].class;
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        body.write(Json.bytes(value));
    }
}
