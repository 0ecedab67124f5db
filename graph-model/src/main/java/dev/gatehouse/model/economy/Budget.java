package dev.gatehouse.model.economy;

import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Relation;
import java.math.BigDecimal;
import java.util.List;

/// What a group may spend a month on what it owns.
///
/// @param currency ISO 4217; all costs of the group are in it
public record Budget(EntityRef ref, EntityRef group, BigDecimal monthly, String currency) implements Entity {
    @Override
    public List<Reference> references() {
        return List.of(new Reference(Relation.BUDGET_OF, group));
    }
}
