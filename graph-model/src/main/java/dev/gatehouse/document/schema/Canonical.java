package dev.gatehouse.document.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Durations;
import dev.gatehouse.document.Texts;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes a tree in canonical form by following its schema, and notes the texts that do not have their format.
final class Canonical {
    private final Wording wording;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    Canonical(Wording wording) {
        this.wording = wording;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /// @param part of the schema that the value at the pointer follows
    JsonNode of(JsonNode part, JsonNode value, String pointer) {
        JsonNode rules = wording.resolve(part);
        return switch (value.getNodeType()) {
            case OBJECT -> mapping(rules, value, pointer);
            case ARRAY -> list(rules, value, pointer);
            case STRING -> text(rules, value, pointer);
            case NUMBER ->
                rules.path("format").asText().equals("text") ? TextNode.valueOf(plain(value)) : number(value);
            case BOOLEAN -> rules.path("format").asText().equals("text") ? TextNode.valueOf(value.asText()) : value;
            default -> value;
        };
    }

    private JsonNode mapping(JsonNode rules, JsonNode value, String pointer) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        Map<String, String> said = new HashMap<>();
        for (var entry : value.properties()) {
            String key = entry.getKey();
            JsonNode declared = rules.path("properties").path(key);
            JsonNode part = declared.isMissingNode() ? rules.path("additionalProperties") : declared;
            String there = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
            if (declared.isMissingNode() && isLimited(part)) {
                Texts.line(key).ifPresent(wrong -> tell(there, "the key '" + Texts.brief(key) + "'", wrong));
            }
            JsonNode canonical = of(part, entry.getValue(), there);
            String name = part.path("x-attribute").asText(key);
            String first = said.put(name, key);
            if (name.isEmpty()) {
                continue;
            }
            if (first != null) {
                diagnostics.add(Diagnostic.error(
                        wording.at(there),
                        "'" + key + "' says the same as '" + first + "', which stands here too",
                        "leave out one of the two"));
            }
            result.set(name, canonical);
        }
        checkOrder(rules, value, pointer);
        return result;
    }

    /// Two moments that must stand in this order, such as start and end.
    private void checkOrder(JsonNode rules, JsonNode value, String pointer) {
        List<String> names = Expected.texts(rules.path("x-order"));
        if (names.isEmpty()) {
            return;
        }
        Optional<Instant> first = instant(value.path(names.getFirst()).asText());
        Optional<Instant> last = instant(value.path(names.getLast()).asText());
        if (first.isPresent() && last.isPresent() && !first.get().isBefore(last.get())) {
            diagnostics.add(Diagnostic.error(
                    wording.at(pointer + "/" + names.getLast()),
                    "'" + names.getLast() + "' is " + last.get() + ", which is not after '" + names.getFirst() + "', "
                            + first.get(),
                    "exchange the two, or correct one"));
        }
    }

    private JsonNode list(JsonNode rules, JsonNode value, String pointer) {
        var result = JsonNodeFactory.instance.arrayNode(value.size());
        for (int i = 0; i < value.size(); i++) {
            result.add(of(rules.path("items"), value.path(i), pointer + "/" + i));
        }
        return result;
    }

    private JsonNode text(JsonNode rules, JsonNode value, String pointer) {
        String text = value.asText();
        String format = rules.path("format").asText();
        if (isLimited(rules)) {
            Texts.strange(text, Limits.SEVERAL_LINES.contains(format))
                    .map(wrong -> text.endsWith("\n") ? atTheEnd(wrong) : wrong)
                    .ifPresent(wrong -> tell(pointer, Wording.name(pointer), wrong));
        }
        return switch (format) {
            case "reference" -> reference(rules, value, pointer);
            case "duration-of-time" -> orWrong(Durations.parse(text).map(Object::toString), rules, value, pointer);
            case "date-time" -> orWrong(instant(text).map(Object::toString), rules, value, pointer);
            default -> value;
        };
    }

    /// What the schema says nothing of is checked by whoever reads it, by the schema of its own kind.
    private static boolean isLimited(JsonNode rules) {
        return !rules.isMissingNode()
                && !rules.isBoolean()
                && !rules.path("format").asText().equals(Limits.VERBATIM);
    }

    private static Texts.Wrong atTheEnd(Texts.Wrong wrong) {
        return new Texts.Wrong(
                wrong.why(), wrong.cure() + "; in YAML after '>-', since '>' and '|' end with a line break");
    }

    private void tell(String pointer, String what, Texts.Wrong wrong) {
        diagnostics.add(Diagnostic.error(wording.at(pointer), what + " " + wrong.why(), wrong.cure()));
    }

    private JsonNode orWrong(Optional<String> canonical, JsonNode rules, JsonNode value, String pointer) {
        if (canonical.isEmpty()) {
            diagnostics.add(wording.wrongValue(pointer, value, rules));
        }
        return canonical.<JsonNode>map(TextNode::valueOf).orElse(value);
    }

    private JsonNode reference(JsonNode rules, JsonNode value, String pointer) {
        Kind implied = Kind.of(rules.path("x-kind").asText()).orElseThrow();
        try {
            EntityRef ref = EntityRef.parse(value.asText(), implied);
            List<String> allowed =
                    rules.has("x-kinds") ? Expected.texts(rules.path("x-kinds")) : List.of(implied.word());
            if (allowed.contains("*") || allowed.contains(ref.kind().word())) {
                return TextNode.valueOf(ref.toString());
            }
            diagnostics.add(wording.wrongValue(pointer, value, rules));
        } catch (IllegalArgumentException e) {
            diagnostics.add(Diagnostic.error(
                    wording.at(pointer),
                    Wording.name(pointer) + ": " + e.getMessage(),
                    Expected.by(rules) + " is expected, as [kind:][namespace/]name"));
        }
        return value;
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static JsonNode number(JsonNode value) {
        return value.isIntegralNumber() ? value : DecimalNode.valueOf(new BigDecimal(plain(value)));
    }

    private static String plain(JsonNode value) {
        return value.isIntegralNumber()
                ? value.asText()
                : value.decimalValue().stripTrailingZeros().toPlainString();
    }
}
