package dev.gatehouse.model;

import java.util.Locale;

/// Names one entity, as Backstage does: `kind:namespace/name`. Equality ignores nothing: parts are stored lower case
/// for kind and namespace, and as written for the name.
public record EntityRef(Kind kind, String namespace, String name) implements Comparable<EntityRef> {
    /// The namespace of a reference that names none.
    public static final String DEFAULT_NAMESPACE = "default";

    public EntityRef {
        // One text for nearly all that are read.
        namespace = namespace.equals(DEFAULT_NAMESPACE) ? DEFAULT_NAMESPACE : namespace.toLowerCase(Locale.ROOT);
        if (namespace.isEmpty() || name.isEmpty()) {
            throw new IllegalArgumentException("A reference needs a namespace and a name");
        }
    }

    /// The entity of that kind and name in the default namespace.
    public static EntityRef of(Kind kind, String name) {
        return new EntityRef(kind, DEFAULT_NAMESPACE, name);
    }

    /// Reads `[kind:][namespace/]name`; what is left out is taken from `defaultKind` and the default namespace.
    ///
    /// @throws IllegalArgumentException naming the text, when it is empty or its kind is unknown
    public static EntityRef parse(String text, Kind defaultKind) {
        int colon = text.indexOf(':');
        Kind kind = colon < 0
                ? defaultKind
                : Kind.of(text.substring(0, colon))
                        .orElseThrow(() -> new IllegalArgumentException(
                                "'" + text + "' names no known kind: '" + text.substring(0, colon) + "'"));
        String rest = text.substring(colon + 1);
        int slash = rest.indexOf('/');
        String namespace = slash < 0 ? DEFAULT_NAMESPACE : rest.substring(0, slash);
        String name = rest.substring(slash + 1);
        if (namespace.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("'" + text + "' is not a reference of the form kind:namespace/name");
        }
        return new EntityRef(kind, namespace, name);
    }

    /// Reads a reference in full, as [#toString] writes it.
    public static EntityRef parse(String text) {
        if (text.indexOf(':') < 0) {
            throw new IllegalArgumentException("'" + text + "' is not a reference of the form kind:namespace/name");
        }
        return parse(text, Kind.COMPONENT);
    }

    /// The shortest text for people: the name, with its namespace unless that is the default one.
    public String shortName() {
        return namespace.equals(DEFAULT_NAMESPACE) ? name : namespace + "/" + name;
    }

    @Override
    public int compareTo(EntityRef other) {
        int order = kind.compareTo(other.kind);
        if (order == 0) {
            order = namespace.compareTo(other.namespace);
        }
        return order == 0 ? name.compareTo(other.name) : order;
    }

    @Override
    public String toString() {
        return kind.word() + ":" + namespace + "/" + name;
    }
}
