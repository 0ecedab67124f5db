package dev.gatehouse.graph.question;

import dev.gatehouse.model.EntityRef;
import java.util.Comparator;

/// A value that an answer needed and nobody stated.
///
/// @param of whose value
/// @param attribute its name; of an edge that closes a circle, the attribute that is folded and has no bound there
public record Unknown(EntityRef of, String attribute) implements Comparable<Unknown> {
    private static final Comparator<Unknown> ORDER =
            Comparator.comparing(Unknown::of).thenComparing(Unknown::attribute);

    @Override
    public int compareTo(Unknown other) {
        return ORDER.compare(this, other);
    }
}
