package dev.gatehouse.graph.question;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads patterns: attributes and what is demanded of each.
final class PatternReader {
    private static final Set<String> DEMANDS = Set.of("not", "atLeast", "atMost", "absent");
    private static final String START = "$from.";

    private final Document document;
    private final List<Diagnostic> mistakes;
    private final ConstantReader constants;

    PatternReader(Document document, List<Diagnostic> mistakes) {
        this.document = document;
        this.mistakes = mistakes;
        this.constants = new ConstantReader(document, mistakes);
    }

    Pattern read(JsonNode node, String pointer, Attributes attributes) {
        names(node, pointer, name -> attributes.find(name) != null, attributes.names());
        List<Pattern.Condition> conditions = new ArrayList<>();
        node.propertyStream().forEach(entry -> {
            Attribute attribute = attributes.find(entry.getKey());
            if (attribute != null) {
                Demand demand = demand(entry.getValue(), pointer + "/" + escaped(entry.getKey()), attribute);
                if (demand != null) {
                    conditions.add(new Pattern.Condition(attribute, demand));
                }
            }
        });
        return new Pattern(conditions);
    }

    /// Reports each name of a mapping that is not known, and what is no mapping.
    void names(JsonNode node, String pointer, Predicate<String> known, Set<String> names) {
        if (node.isMissingNode()) {
            return;
        }
        if (!node.isObject()) {
            mistakes.add(Diagnostic.error(
                    document.at(pointer), "'" + node.asText() + "' is not a mapping", "write {name: value}"));
        }
        node.propertyStream()
                .map(java.util.Map.Entry::getKey)
                .filter(known.negate())
                .forEach(name -> unknown(pointer + "/" + escaped(name), name, names, "is not a known name here"));
    }

    void keys(JsonNode node, String pointer, Set<String> known) {
        names(node, pointer, known::contains, known);
    }

    void unknown(String pointer, String word, Set<String> known, String what) {
        mistakes.add(Diagnostic.error(
                document.at(pointer),
                "'" + word + "' " + what,
                Nearest.cure(
                        word,
                        known,
                        "known are " + String.join(", ", known.stream().sorted().toList()))));
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private @Nullable Demand demand(JsonNode node, String pointer, Attribute attribute) {
        if (!node.isObject()) {
            return anyOf(node, pointer, attribute);
        }
        keys(node, pointer, DEMANDS);
        if (node.size() != 1) {
            mistakes.add(Diagnostic.error(
                    document.at(pointer),
                    "'" + attribute.name() + "' needs exactly one of not, atLeast, atMost and absent",
                    null));
            return null;
        }
        String key = node.fieldNames().next();
        JsonNode value = node.path(key);
        String at = pointer + "/" + key;
        return switch (key) {
            case "not" -> {
                Demand demand = demand(value, at, attribute);
                yield demand == null ? null : new Demand.Not(demand);
            }
            case "atLeast" -> bound(value, at, attribute, true);
            case "atMost" -> bound(value, at, attribute, false);
            case "absent" -> absent(value, at);
            default -> null;
        };
    }

    private @Nullable Demand absent(JsonNode value, String pointer) {
        if (!value.isBoolean()) {
            mistakes.add(Diagnostic.error(
                    document.at(pointer), "'" + value.asText() + "' is neither true nor false", "write absent: true"));
            return null;
        }
        return new Demand.Absent(value.booleanValue());
    }

    private @Nullable Demand anyOf(JsonNode node, String pointer, Attribute attribute) {
        List<Operand> operands = new ArrayList<>();
        int index = 0;
        for (JsonNode each : node.isArray() ? node : List.of(node)) {
            Operand operand = operand(each, node.isArray() ? pointer + "/" + index++ : pointer, attribute);
            if (operand == null) {
                return null;
            }
            operands.add(operand);
        }
        return new Demand.AnyOf(operands);
    }

    private @Nullable Demand bound(JsonNode node, String pointer, Attribute attribute, boolean atLeast) {
        if (!attribute.type().isOrdered()) {
            mistakes.add(Diagnostic.error(
                    document.at(pointer),
                    "'" + attribute.name() + "' has no order, so nothing is at least or at most it",
                    "give the values themselves"));
            return null;
        }
        Operand operand = operand(node, pointer, attribute);
        return operand == null ? null : new Demand.Bound(operand, atLeast);
    }

    private @Nullable Operand operand(JsonNode node, String pointer, Attribute attribute) {
        String text = node.asText();
        if (!text.startsWith(START)) {
            Object constant = constants.read(node, pointer, attribute);
            return constant == null ? null : new Operand.Constant(constant);
        }
        String name = text.substring(START.length());
        Attribute ofStart = Attributes.NODE.find(name);
        if (ofStart == null) {
            unknown(pointer, name, Attributes.NODE.names(), "is not an attribute of the start");
            return null;
        }
        if (ofStart.type() != attribute.type()) {
            mistakes.add(Diagnostic.error(
                    document.at(pointer),
                    "'" + attribute.name() + "' and the start's '" + name + "' are different kinds of value",
                    null));
            return null;
        }
        return new Operand.OfStart(ofStart);
    }
}
