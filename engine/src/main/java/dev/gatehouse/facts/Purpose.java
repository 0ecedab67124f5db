package dev.gatehouse.facts;

import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Exact;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The initiative that a change serves. Attributes as in [Initiative][dev.gatehouse.model.economy.Initiative].
public record Purpose(
        EntityRef ref,
        @Nullable EntityRef owner,
        @Nullable BigDecimal worth,
        @Nullable BigDecimal carbonAllowance) implements Fact {
    public Purpose {
        worth = Exact.ofNullable(worth);
        carbonAllowance = Exact.ofNullable(carbonAllowance);
    }
}
