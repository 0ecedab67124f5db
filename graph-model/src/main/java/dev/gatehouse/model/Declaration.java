package dev.gatehouse.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// An entity, and where it was declared.
///
/// @param altered who says an attribute, by its name in the document, where the declaration does not: a change that set
///     it
public record Declaration(Entity entity, Provenance provenance, Map<String, Provenance> altered) {
    public Declaration {
        altered = Ordered.copyOf(altered);
    }

    /// Everything about the entity is said in one place.
    public Declaration(Entity entity, Provenance provenance) {
        this(entity, provenance, Map.of());
    }

    public EntityRef ref() {
        return entity.ref();
    }

    /// The same declaration after somebody set some attributes.
    public Declaration with(Entity other, Set<String> attributes, Provenance by) {
        Map<String, Provenance> all = new HashMap<>(altered);
        attributes.forEach(attribute -> all.put(attribute, by));
        return new Declaration(other, provenance, all);
    }

    /// Who says an attribute.
    public Provenance said(String attribute) {
        return altered.getOrDefault(attribute, provenance);
    }
}
