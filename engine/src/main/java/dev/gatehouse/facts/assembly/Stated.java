package dev.gatehouse.facts.assembly;

import dev.gatehouse.model.Provenance;
import org.jspecify.annotations.Nullable;

/// A value, and who says it.
///
/// @param value null is unknown
/// @param by null where nobody says it but the declaration of the entity itself
record Stated<T>(@Nullable T value, @Nullable Provenance by) {}
