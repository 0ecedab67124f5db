package dev.gatehouse.graph.question;

import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Word;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that a question can ask of an entity, by its name in documents.
///
/// @param type of its value, or of each of its values
/// @param words the known words where the type is [Type#WORD]
/// @param none whether a null says that there is none, rather than that nobody knows
record Attribute(String name, Type type, List<String> words, boolean none, Accessor accessor) {
    /// The value in comparable form: text, number, duration, time, boolean, reference, or a collection of these; null
    /// when there is none or it is unknown.
    @Nullable
    Object read(View view, int number) {
        return comparable(accessor.read(view, number));
    }

    static @Nullable Object comparable(@Nullable Object value) {
        return switch (value) {
            case Enum<?> constant -> Word.of(constant);
            case Integer number -> BigDecimal.valueOf(number);
            case Double number -> BigDecimal.valueOf(number);
            case Map<?, ?> map -> map.keySet();
            case null, default -> value;
        };
    }

    /// Whether two comparable values are the same; a reference is also the same as its short name.
    static boolean same(Object left, Object right) {
        if (left instanceof EntityRef ref && right instanceof String name) {
            return ref.shortName().equals(name);
        }
        if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        return left.equals(right);
    }

    /// A value, or each of a collection.
    static Collection<?> each(Object value) {
        return value instanceof Collection<?> many ? many : List.of(value);
    }

    /// Negative, zero or positive, for values of an ordered type.
    static int compare(Object left, Object right) {
        return switch (left) {
            case BigDecimal number -> number.compareTo((BigDecimal) right);
            case Duration duration -> duration.compareTo((Duration) right);
            case Instant instant -> instant.compareTo((Instant) right);
            default -> throw new IllegalArgumentException(left.getClass() + " has no order");
        };
    }

    /// What kind of value it is.
    enum Type {
        TEXT,
        WORD,
        REFERENCE,
        NUMBER,
        DURATION,
        TIME,
        BOOLEAN;

        boolean isOrdered() {
            return this == NUMBER || this == DURATION || this == TIME;
        }

        boolean adds() {
            return this == NUMBER || this == DURATION;
        }
    }

    /// Takes the value out of an entity.
    @FunctionalInterface
    interface Accessor {
        @Nullable
        Object read(View view, int number);
    }
}
