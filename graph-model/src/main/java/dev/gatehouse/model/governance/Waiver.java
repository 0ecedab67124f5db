package dev.gatehouse.model.governance;

import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Relation;
import java.time.Instant;
import java.util.List;

/// An owned, reasoned, expiring acceptance of a rule's findings about a subject. All attributes are needed.
///
/// @param rule id of the rule or policy
/// @param expires from then on it counts no more
public record Waiver(EntityRef ref, String rule, EntityRef subject, EntityRef owner, String reason, Instant expires)
        implements Entity {
    /// The subject is not a reference: it may be gone, or be a cycle, which is never declared.
    @Override
    public List<Reference> references() {
        return List.of(new Reference(Relation.OWNED_BY, owner));
    }
}
