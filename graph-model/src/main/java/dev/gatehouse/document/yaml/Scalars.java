package dev.gatehouse.document.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Single values as nodes. Numbers that would blow up when written out are refused.
final class Scalars {
    static final int MAX_DIGITS = 100;

    private Scalars() {}

    /// The node of a text under a tag; empty where it is a number beyond [#MAX_DIGITS] digits.
    static Optional<JsonNode> of(String text, Tag tag) {
        if (tag.equals(Tag.NULL)) {
            return Optional.of(NullNode.getInstance());
        }
        if (tag.equals(Tag.BOOL)) {
            return Optional.of(BooleanNode.valueOf(text.equalsIgnoreCase("true")));
        }
        boolean integer = tag.equals(Tag.INT);
        if (!integer && !tag.equals(Tag.FLOAT)) {
            return Optional.of(TextNode.valueOf(text));
        }
        try {
            return integer ? integer(text) : decimal(text);
        } catch (NumberFormatException e) { // .inf, .nan, or a tag that its value does not fit
            return Optional.of(TextNode.valueOf(text));
        }
    }

    static Optional<JsonNode> integer(String text) {
        if (text.length() > MAX_DIGITS) {
            return Optional.empty();
        }
        BigInteger value = text.startsWith("0x")
                ? new BigInteger(text.substring(2), 16)
                : text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
        if (value.bitLength() < Integer.SIZE) {
            return Optional.of(JsonNodeFactory.instance.numberNode(value.intValue()));
        }
        return Optional.of(
                value.bitLength() < Long.SIZE
                        ? JsonNodeFactory.instance.numberNode(value.longValue())
                        : JsonNodeFactory.instance.numberNode(value));
    }

    static Optional<JsonNode> decimal(String text) {
        if (text.length() > MAX_DIGITS) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(text);
        return Math.abs((long) value.scale()) > MAX_DIGITS ? Optional.empty() : Optional.of(DecimalNode.valueOf(value));
    }
}
