package dev.gatehouse.model;

/// An entity, and where it was declared.
public record Declaration(Entity entity, Provenance provenance) {
    public EntityRef ref() {
        return entity.ref();
    }
}
