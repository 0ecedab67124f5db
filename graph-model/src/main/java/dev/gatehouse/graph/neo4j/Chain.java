package dev.gatehouse.graph.neo4j;

import dev.gatehouse.graph.Delta;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.graph.neo4j.History.Known;
import dev.gatehouse.graph.neo4j.History.Link;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// All that an architecture is read from: a link whose parts are everything, and the links after it.
///
/// @param readings as they were at the first link; empty where that is the first revision of all, which has its own
record Chain(List<Reading> readings, List<Link> links) {
    static final Chain NONE = new Chain(List.of(), List.of());

    Chain {
        readings = List.copyOf(readings);
        links = List.copyOf(links);
    }

    Link last() {
        return links.isEmpty() ? Link.NONE : links.getLast();
    }

    /// Whether the other one ends on the way of this one, and is not empty.
    boolean goesOnFrom(Chain other) {
        int length = other.links.size();
        return length > 0
                && length <= links.size()
                && readings.equals(other.readings)
                && links.subList(0, length).equals(other.links);
    }

    /// The architecture at its end.
    ///
    /// @param parts gives the parts of a link
    Known known(Function<Link, List<Parts.Part>> parts) {
        Map<String, Reading> all = new HashMap<>();
        readings.forEach(reading -> all.put(reading.source(), reading));
        links.forEach(link -> link.revision().readings().forEach(reading -> all.put(reading.source(), reading)));
        return new Known(new Graph.State(last().revision(), Snapshot.of(declarations(parts), all)), last());
    }

    /// What stands after the differences. The first is most of it, so only what comes later is looked up.
    private Collection<Declaration> declarations(Function<Link, List<Parts.Part>> parts) {
        Map<EntityRef, Optional<Declaration>> later = changes(Math.min(1, links.size()), parts);
        List<Declaration> all = new ArrayList<>();
        if (!links.isEmpty()) {
            for (Parts.Part part : parts.apply(links.getFirst())) {
                part.puts().stream()
                        .filter(put -> !later.containsKey(put.ref()))
                        .forEach(all::add);
            }
        }
        later.values().forEach(each -> each.ifPresent(all::add));
        return all;
    }

    /// The architecture at its end, from the one at the end of an earlier chain that this one goes on from.
    Known known(Chain earlier, Known before, Function<Link, List<Parts.Part>> parts) {
        int length = earlier.links.size();
        if (length == links.size()) {
            return before;
        }
        List<Reading> since = links.subList(length, links.size()).stream()
                .flatMap(link -> link.revision().readings().stream())
                .toList();
        Map<EntityRef, Declaration> puts = new TreeMap<>();
        Set<EntityRef> removes = new HashSet<>();
        changes(length, parts)
                .forEach((ref, put) -> put.ifPresentOrElse(each -> puts.put(ref, each), () -> removes.add(ref)));
        Snapshot snapshot = before.state().snapshot().next(new Delta(puts, removes), since);
        return new Known(new Graph.State(last().revision(), snapshot), last());
    }

    /// What the links from a position on did in all: put an entity, or remove it.
    private Map<EntityRef, Optional<Declaration>> changes(int from, Function<Link, List<Parts.Part>> parts) {
        Map<EntityRef, Optional<Declaration>> changes = new HashMap<>();
        for (Link link : links.subList(from, links.size())) {
            for (Parts.Part part : parts.apply(link)) {
                part.removes().forEach(ref -> changes.put(ref, Optional.empty()));
                part.puts().forEach(put -> changes.put(put.ref(), Optional.of(put)));
            }
        }
        return changes;
    }
}
