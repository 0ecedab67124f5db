package dev.gatehouse.facts.change;

import dev.gatehouse.graph.Delta;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Ordered;
import dev.gatehouse.model.change.Change;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/// A change laid over the architecture that it is to change.
///
/// @param delta what it puts and removes
/// @param after the architecture with the delta laid over it
/// @param touched the connectable entities that it names, with how: `deploy`, `set`, `add`, `edge`, …
public record ResolvedChange(
        Change change, Snapshot before, Delta delta, Snapshot after, SortedMap<EntityRef, Set<String>> touched) {
    public ResolvedChange {
        touched = Ordered.copyOf(touched);
    }

    /// Everything that it names or alters: an unknown about these counts against it.
    public Set<EntityRef> named() {
        Set<EntityRef> named = new TreeSet<>(touched.keySet());
        named.addAll(delta.puts().keySet());
        named.addAll(delta.removes());
        named.add(change.ref());
        return named;
    }
}
