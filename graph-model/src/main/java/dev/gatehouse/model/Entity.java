package dev.gatehouse.model;

import java.util.List;

/// A thing that a source can declare. Implementations are records; two are equal when all their attributes are.
public interface Entity {
    EntityRef ref();

    /// What this entity refers to; each target must exist in the same architecture.
    List<Reference> references();

    /// One reference out of an entity.
    record Reference(Relation relation, EntityRef target) {}
}
