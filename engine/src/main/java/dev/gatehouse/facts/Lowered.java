package dev.gatehouse.facts;

import dev.gatehouse.model.EntityRef;
import org.jspecify.annotations.Nullable;

/// A safeguard that the change lowers: something declared that rules hold others to, less strict after the change than
/// before. What is measured, and how things are built, is none.
///
/// @param ref whose it is
/// @param safeguard by its word in the document: `tier`, `owner`, `dataClassification`, `clearedFor` of a component;
///     `objective`, `threshold` of an SLO; `budget` of a group; `carbonAllowance` of an initiative; `production`,
///     `freezes` of an environment; `accepts` of a waiver
/// @param before as text; null where there was nothing
/// @param after as text; null where nothing is left, or it is not known any more
/// @param measure the value after, with that before as its limit; null where it is no number on both sides
public record Lowered(
        EntityRef ref,
        String safeguard,
        @Nullable String before,
        @Nullable String after,
        @Nullable Measure measure) implements Fact {
    /// What the name of a citation ends in that shows how something was before the change.
    public static final String BEFORE = " before the change";
}
