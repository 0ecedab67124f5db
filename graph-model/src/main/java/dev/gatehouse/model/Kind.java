package dev.gatehouse.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The kinds of thing that can be referred to. The order is the order in which lists of mixed kinds are shown.
public enum Kind {
    COMPONENT,
    API,
    RESOURCE,
    EXTERNAL,
    SYSTEM,
    DOMAIN,
    GROUP,
    USER,
    ENVIRONMENT,
    DEPLOYMENT,
    DEPENDENCY,
    FLOW,
    SLO,
    INCIDENT,
    BUDGET,
    INITIATIVE,
    CONTROL,
    WAIVER,
    /// A change; registered ones are entities of the graph.
    CHANGE,
    /// A group of components whose hard dependencies run in a circle; derived, never declared.
    CYCLE,
    /// A file that a change brings along; judged, never part of the graph.
    ARTIFACT;

    private static final Map<String, Kind> WORDS =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Kind::word, Function.identity()));

    private final String word = Word.of(this);

    /// The word used in references, lower case: `component`.
    public String word() {
        return word;
    }

    /// True for what dependencies and flows can connect: component, API, resource, external.
    public boolean connects() {
        return this == COMPONENT || this == API || this == RESOURCE || this == EXTERNAL;
    }

    /// The kind of that word in any letter case, so Backstage's `Component` is found too.
    public static Optional<Kind> of(String word) {
        return Optional.ofNullable(WORDS.get(word.toLowerCase(Locale.ROOT)));
    }
}
