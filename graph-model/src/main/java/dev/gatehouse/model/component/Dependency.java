package dev.gatehouse.model.component;

import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Ordered;
import dev.gatehouse.model.Relation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who needs whom: `from` fails or degrades without `to`. A pair can have several.
///
/// @param criticality null is unknown
/// @param anyOf dependencies of one `from` with the same group name are alternatives to each other; null means none
/// @param protocol `http`, `grpc`, `amqp`, `jdbc`, …
/// @param timeout null means that no timeout is declared
/// @param retries attempts after the first; null is unknown
/// @param circuitBreaker null is unknown
/// @param fallback whether `from` has another way when `to` is gone; null is unknown
/// @param sends classifications of what `from` sends to `to`
/// @param receives classifications of what `to` answers
/// @param observedAt set where the dependency was seen in traffic rather than declared: when it was last seen
public record Dependency(
        EntityRef ref,
        EntityRef from,
        EntityRef to,
        @Nullable Criticality criticality,
        @Nullable String anyOf,
        @Nullable String protocol,
        @Nullable Duration timeout,
        @Nullable Integer retries,
        @Nullable Boolean circuitBreaker,
        @Nullable Boolean fallback,
        Set<String> sends,
        Set<String> receives,
        Set<String> tags,
        @Nullable Instant observedAt)
        implements Entity {
    public Dependency {
        sends = Ordered.copyOf(sends);
        receives = Ordered.copyOf(receives);
        tags = Ordered.copyOf(tags);
    }

    @Override
    public List<Reference> references() {
        return List.of(new Reference(Relation.DEPENDENCY_FROM, from), new Reference(Relation.DEPENDENCY_TO, to));
    }

    /// The flows that `sends` and `receives` stand for: `<name>-sends` and `<name>-receives`, with this dependency's
    /// protocol and tags.
    public List<Flow> impliedFlows() {
        List<Flow> flows = new ArrayList<>();
        if (!sends.isEmpty()) {
            flows.add(new Flow(flowRef("-sends"), from, to, sends, protocol, null, tags));
        }
        if (!receives.isEmpty()) {
            flows.add(new Flow(flowRef("-receives"), to, from, receives, protocol, null, tags));
        }
        return flows;
    }

    private EntityRef flowRef(String ending) {
        return new EntityRef(Kind.FLOW, ref.namespace(), ref.name() + ending);
    }
}
