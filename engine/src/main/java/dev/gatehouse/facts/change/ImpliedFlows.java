package dev.gatehouse.facts.change;

import dev.gatehouse.graph.Delta;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.model.component.Dependency;
import dev.gatehouse.model.component.Flow;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The flows that dependencies stand for: they come, change and go with their dependency, as they do when a catalog is
/// read. A flow of that name that was declared by itself stays as it is.
final class ImpliedFlows {
    private ImpliedFlows() {}

    /// The difference, with what follows from it for these flows.
    static Delta with(Delta next, Snapshot now) {
        Map<EntityRef, Declaration> puts = new TreeMap<>(next.puts());
        Set<EntityRef> removes = new TreeSet<>(next.removes());
        next.removes().forEach(ref -> removes.addAll(implied(now, ref)));
        next.puts().forEach((ref, declaration) -> {
            Set<EntityRef> old = implied(now, ref);
            removes.addAll(old);
            for (Flow flow : flows(declaration)) {
                if (old.contains(flow.ref()) || now.find(flow.ref()) == null) {
                    puts.putIfAbsent(flow.ref(), implied(flow, declaration));
                }
            }
        });
        removes.removeAll(puts.keySet());
        return new Delta(puts, removes);
    }

    /// The flows that stand for a dependency, and were not declared otherwise.
    private static Set<EntityRef> implied(Snapshot now, EntityRef ref) {
        Set<EntityRef> implied = new TreeSet<>();
        for (Flow flow : flows(ref.kind() == Kind.DEPENDENCY ? now.find(ref) : null)) {
            Declaration there = now.find(flow.ref());
            if (there != null && there.entity().equals(flow)) {
                implied.add(flow.ref());
            }
        }
        return implied;
    }

    /// The flow is said where its dependency is, and what it carries where that sends or receives it.
    private static Declaration implied(Flow flow, Declaration declaration) {
        Map<String, Provenance> said = new TreeMap<>(declaration.altered());
        Stream.of("sends", "receives")
                .map(said::remove)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .forEach(by -> said.put("carries", by));
        return new Declaration(flow, declaration.provenance(), said);
    }

    private static List<Flow> flows(@Nullable Declaration declaration) {
        return declaration != null && declaration.entity() instanceof Dependency dependency
                ? dependency.impliedFlows()
                : List.of();
    }
}
