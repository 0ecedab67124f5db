package dev.gatehouse.rest.resource;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which part of a list is asked for, as query parameters. Jersey fills it.
public final class Paging {
    private static final String LIMIT = "limit";

    @Parameter(description = "Where the page before ended: its 'next'")
    @QueryParam("cursor")
    private @Nullable String cursor;

    /// As text: what Jersey cannot put into a field it logs with a trace.
    @Parameter(
            description = "The most on a page",
            schema =
                    @Schema(
                            types = "integer",
                            format = "int32",
                            defaultValue = "" + Page.USUAL,
                            minimum = "1",
                            maximum = "" + Page.LONGEST))
    @QueryParam(LIMIT)
    @DefaultValue("" + Page.USUAL)
    private String limit = "" + Page.USUAL;

    /// That part.
    ///
    /// @param position of an item in the order of the list; unique
    /// @param type of the position
    <T, P> Page<T> of(List<T> all, Function<T, P> position, Comparator<P> order, Class<P> type) {
        return of(all, position, order, type, _ -> true);
    }

    /// The same of a list in which some items only come with others.
    ///
    /// @param counts whether the limit is about an item
    <T, P> Page<T> of(List<T> all, Function<T, P> position, Comparator<P> order, Class<P> type, Predicate<T> counts) {
        return Page.of(all, position, order, type, counts, cursor, QueryValues.number(LIMIT, limit));
    }
}
