package dev.gatehouse.rest.resource;

import dev.gatehouse.rest.problem.BadRequestException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the numbers, times and truth values of query parameters: what Java would take for false is a mistake here.
public final class QueryValues implements ParamConverterProvider {
    @Override
    @SuppressWarnings("unchecked") // T is Integer, Boolean or Instant, as its reader gives it
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        String name = Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> ((QueryParam) annotation).value())
                .findFirst()
                .orElse("");
        if (type == int.class) {
            return (ParamConverter<T>) new Value<>(text -> number(name, text));
        }
        if (type == Instant.class) {
            return (ParamConverter<T>) new Value<>(text -> time(name, text));
        }
        return type == boolean.class ? (ParamConverter<T>) new Value<>(text -> truth(name, text)) : null;
    }

    /// A number in a parameter of that name.
    static Integer number(String name, String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw wrong(name, text, "an integer");
        }
    }

    private static Boolean truth(String name, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(name, text, "true or false");
        };
    }

    private static Instant time(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong(name, text, "a time such as 2026-12-01T09:00:00Z");
        }
    }

    private static BadRequestException wrong(String name, String text, String expected) {
        return new BadRequestException(
                "the parameter '" + name + "' is '" + text + "'; " + expected + " is expected",
                "leave it out for the usual");
    }

    private record Value<V>(Function<String, V> reader) implements ParamConverter<V> {
        @Override
        public @Nullable V fromString(@Nullable String value) {
            return value == null ? null : reader.apply(value);
        }

        @Override
        public String toString(V value) {
            return String.valueOf(value);
        }
    }
}
