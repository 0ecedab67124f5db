package dev.gatehouse.model.component;

import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Relation;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A component in an environment. Its non-null values win over the component's own in that environment.
///
/// @param placements where the replicas stand; empty means unknown
public record Deployment(
        EntityRef ref,
        EntityRef component,
        EntityRef environment,
        @Nullable String version,
        @Nullable Integer replicas,
        List<Placement> placements,
        @Nullable String region,
        @Nullable BigDecimal monthlyCost,
        @Nullable BigDecimal monthlyCarbon)
        implements Entity {
    public Deployment {
        placements = List.copyOf(placements);
    }

    /// In how many zones replicas stand; null is unknown.
    public @Nullable Integer zones() {
        return placements.isEmpty()
                ? null
                : (int) placements.stream()
                        .filter(placement -> placement.replicas() > 0)
                        .map(Placement::zone)
                        .distinct()
                        .count();
    }

    @Override
    public List<Reference> references() {
        return List.of(
                new Reference(Relation.DEPLOYMENT_OF, component), new Reference(Relation.DEPLOYED_IN, environment));
    }

    /// How many replicas stand in a zone.
    public record Placement(String zone, int replicas) {}
}
