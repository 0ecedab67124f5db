package dev.gatehouse.document.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.JsonMistake;
import dev.gatehouse.document.Sizes;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Reads a text as one JSON document.
final class JsonText {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(TreeBuilder.MAX_DEPTH + 1)
                    .maxStringLength(Sizes.FILE)
                    .build())
            .build();

    private JsonText() {}

    static Document read(String text, TreeBuilder builder) throws UnreadableException {
        builder.startDocument();
        try (JsonParser json = FACTORY.createParser(text)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token.isStructStart() || token.isScalarValue()) {
                    refuseSecondRoot(json, builder);
                }
                add(token, json, builder);
            }
            return builder.document();
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw UnreadableException.document(
                    at == null ? builder.at(1, 1) : builder.at(at.getLineNr(), at.getColumnNr()),
                    "not valid JSON: " + JsonMistake.words(e),
                    "mend it there");
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory is readable", e);
        }
    }

    private static void refuseSecondRoot(JsonParser json, TreeBuilder builder) throws UnreadableException {
        if (builder.isWhole()) {
            JsonLocation at = json.currentTokenLocation();
            throw UnreadableException.document(
                    builder.at(at.getLineNr(), at.getColumnNr()),
                    "a second JSON value follows the first",
                    "put each into a file of its own, or write YAML with '---' between documents");
        }
    }

    private static void add(JsonToken token, JsonParser json, TreeBuilder builder)
            throws IOException, UnreadableException {
        JsonLocation at = json.currentTokenLocation();
        int line = at.getLineNr();
        int column = at.getColumnNr();
        switch (token) {
            case START_OBJECT -> builder.openMapping(line, column);
            case START_ARRAY -> builder.openSequence(line, column);
            case END_OBJECT, END_ARRAY -> builder.close();
            case FIELD_NAME -> builder.key(json.currentName(), line, column);
            default -> builder.value(scalar(token, json, builder), 1, line, column);
        }
    }

    private static JsonNode scalar(JsonToken token, JsonParser json, TreeBuilder builder)
            throws IOException, UnreadableException {
        return switch (token) {
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            case VALUE_NULL -> NullNode.getInstance();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(token, json, builder);
            default -> TextNode.valueOf(json.getText());
        };
    }

    private static JsonNode number(JsonToken token, JsonParser json, TreeBuilder builder)
            throws IOException, UnreadableException {
        String text = json.getText();
        JsonLocation at = json.currentTokenLocation();
        var node = token == JsonToken.VALUE_NUMBER_INT ? Scalars.integer(text) : Scalars.decimal(text);
        return node.orElseThrow(() -> UnreadableException.document(
                builder.at(at.getLineNr(), at.getColumnNr()),
                "a number has more than " + Scalars.MAX_DIGITS + " digits",
                "put it in quotes if it is a text"));
    }
}
