package dev.gatehouse.facts.sheet;

import dev.gatehouse.document.Digest;
import dev.gatehouse.document.Json;
import dev.gatehouse.facts.Fact;
import java.util.List;

/// One part of a sheet.
///
/// @param facts in a fixed order; none says that there is nothing of it
/// @param complete false when a source that could have said more was only partly read: then what is missing proves
///     nothing
public record Part(List<Fact> facts, boolean complete) {
    public Part {
        facts = List.copyOf(facts);
    }

    /// The digest of the facts and of whether they are complete.
    public Digest digest() {
        return Json.digest(this);
    }
}
