package dev.gatehouse.graph;

import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Ordered;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The difference between two architectures: what is declared anew or differently, and what is gone. A revision of
/// the graph, a change laid over a snapshot and the result of an import are all one of these.
public record Delta(Map<EntityRef, Declaration> puts, Set<EntityRef> removes) {
    /// No difference.
    public static final Delta NONE = new Delta(Map.of(), Set.of());

    public Delta {
        puts = Ordered.copyOf(puts);
        removes = Ordered.copyOf(removes);
        if (removes.stream().anyMatch(puts::containsKey)) {
            throw new IllegalArgumentException("A difference cannot both put and remove an entity");
        }
    }

    /// Declares each of these.
    public static Delta of(Collection<Declaration> declarations) {
        Map<EntityRef, Declaration> puts = new TreeMap<>();
        declarations.forEach(declaration -> puts.put(declaration.ref(), declaration));
        return new Delta(puts, Set.of());
    }

    /// This difference, then the other on top of it.
    public Delta then(Delta next) {
        Map<EntityRef, Declaration> allPuts = new TreeMap<>(puts);
        allPuts.keySet().removeAll(next.removes);
        allPuts.putAll(next.puts);
        Set<EntityRef> allRemoves = new HashSet<>(removes);
        allRemoves.removeAll(next.puts.keySet());
        allRemoves.addAll(next.removes);
        return new Delta(allPuts, allRemoves);
    }

    public boolean isEmpty() {
        return puts.isEmpty() && removes.isEmpty();
    }

    /// How many entities it puts or removes.
    public int size() {
        return puts.size() + removes.size();
    }
}
