package dev.gatehouse.rest.resource;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.JsonMistake;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Bodies as the records write them: the same bytes in an answer as in a stored record.
///
/// The priority puts it before Dropwizard's own provider, which would otherwise come first on some runs.
@Priority(1)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class JsonBodies implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
    private static final int DEEPEST = 200;
    private static final String ONE_OBJECT = "send one JSON object";
    private static final JsonMapper PARSER = parser();

    /// Where a body is needed.
    static final Diagnostic EMPTY = Diagnostic.error("The body is empty", ONE_OBJECT);

    private static JsonMapper parser() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
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
        return Json.fromTree(tree, type);
    }

    private static JsonNode parse(byte[] bytes) {
        try (JsonParser parser = PARSER.createParser(bytes)) {
            JsonNode tree = PARSER.readTree(parser);
            if (tree == null || tree.isMissingNode()) {
                throw new BadRequestException(List.of(EMPTY));
            }
            if (parser.nextToken() != null) {
                throw unreadable(parser.currentTokenLocation(), "a second value follows the first");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw unreadable(e.getLocation(), JsonMistake.words(e));
        } catch (IOException e) {
            throw unreadable(null, "it is not UTF-8");
        }
    }

    private static BadRequestException unreadable(@Nullable JsonLocation at, String why) {
        int line = at == null ? 0 : at.getLineNr();
        int column = at == null ? 0 : at.getColumnNr();
        String place = at == null ? "" : " (line " + line + ", column " + column + ")";
        return new BadRequestException(List.of(Diagnostic.error(
                new Position(null, line, column, null), "The body is not JSON" + place + ": " + why, ONE_OBJECT)));
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
