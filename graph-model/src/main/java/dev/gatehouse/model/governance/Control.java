package dev.gatehouse.model.governance;

import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A demand of a standard, to which rules and policies point by its name.
///
/// @param framework the standard: `SOC 2`, `ISO 27001`, `PCI DSS`
/// @param id its number there: `CC6.7`
public record Control(
        EntityRef ref,
        String framework,
        String id,
        @Nullable String title) implements Entity {
    @Override
    public List<Reference> references() {
        return List.of();
    }
}
