package dev.gatehouse.rest.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.rest.problem.BadRequestException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A part of a list. It has its items also where there are none.
///
/// @param items sorted as the whole list is
/// @param next the cursor of the part that follows, null at the end; it names the last item given, so what is added
///     or removed meanwhile neither repeats nor hides another
public record Page<T>(
        @JsonInclude(JsonInclude.Include.ALWAYS) List<T> items,
        @Nullable String next) {
    static final int USUAL = 500;
    static final int LONGEST = 5000;

    public Page {
        items = List.copyOf(items);
    }

    /// @param position of an item in the order of the list; unique
    /// @param type of the position
    /// @param counts whether an item is one of those that the limit is about; others come with them
    static <T, P> Page<T> of(
            List<T> all,
            Function<T, P> position,
            Comparator<P> order,
            Class<P> type,
            Predicate<T> counts,
            @Nullable String cursor,
            int limit) {
        check(limit, LONGEST, USUAL);
        P after = cursor == null ? null : decode(cursor, type);
        List<T> items = new ArrayList<>();
        int counted = 0;
        int end = 0;
        for (T item : all) {
            if (after != null && order.compare(position.apply(item), after) <= 0) {
                continue;
            }
            if (counts.test(item)) {
                if (counted == limit) {
                    return new Page<>(items.subList(0, end), encode(position.apply(items.get(end - 1))));
                }
                counted++;
                end = items.size() + 1;
            }
            items.add(item);
        }
        return new Page<>(items, null);
    }

    /// @throws BadRequestException when that many cannot be asked for
    static void check(int limit, int most, int usual) {
        if (limit < 1 || limit > most) {
            throw new BadRequestException(
                    "The limit " + limit + " is not between 1 and " + most, "leave it out for " + usual);
        }
    }

    private static String encode(Object position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(position));
    }

    private static <P> P decode(String cursor, Class<P> type) {
        try {
            byte[] position = Base64.getUrlDecoder().decode(cursor.getBytes(StandardCharsets.ISO_8859_1));
            return Objects.requireNonNull(Json.read(position, type), "null is no position");
        } catch (IllegalArgumentException | NullPointerException | InvalidInputException e) {
            throw new BadRequestException(
                    "'" + cursor + "' is no cursor of this list", "give the 'next' of the page before, unchanged");
        }
    }
}
