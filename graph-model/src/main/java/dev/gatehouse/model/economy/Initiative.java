package dev.gatehouse.model.economy;

import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Relation;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why changes are made.
///
/// @param owner null means that nobody answers for it
/// @param worth what it is expected to bring a year, in the company's currency; null means that nobody said
/// @param carbonAllowance kilograms of CO2 equivalent a month by which its changes may raise the total; null means
///     that none was set
public record Initiative(
        EntityRef ref,
        @Nullable String title,
        @Nullable EntityRef owner,
        @Nullable BigDecimal worth,
        @Nullable BigDecimal carbonAllowance)
        implements Entity {
    @Override
    public List<Reference> references() {
        return owner == null ? List.of() : List.of(new Reference(Relation.OWNED_BY, owner));
    }
}
