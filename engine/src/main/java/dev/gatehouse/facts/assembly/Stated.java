package dev.gatehouse.facts.assembly;

import dev.gatehouse.model.Provenance;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A value, and who says it.
///
/// @param value null is unknown
/// @param by null where nobody says it but the declaration of the entity itself
record Stated<T>(@Nullable T value, @Nullable Provenance by) {
    /// Notes who says it, unless that is the declaration of the entity itself.
    void addTo(Map<String, Provenance> said, String attribute) {
        if (by != null) {
            said.put(attribute, by);
        }
    }
}
