package dev.gatehouse.facts;

import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Exact;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What the members of a system, domain, team, environment or initiative come to.
///
/// @param ref the subject
/// @param members how many components
/// @param monthlyCost sum of the known costs
/// @param costUnknown members whose cost is not known
/// @param monthlyCarbon kilograms of CO2 equivalent, sum of the known
/// @param carbonUnknown members whose carbon is not known
/// @param budget what a team may spend a month; null where none was set
/// @param currency of the budget
public record Sums(
        EntityRef ref,
        int members,
        BigDecimal monthlyCost,
        int costUnknown,
        BigDecimal monthlyCarbon,
        int carbonUnknown,
        @Nullable BigDecimal budget,
        @Nullable String currency)
        implements Fact {
    public Sums {
        monthlyCost = Exact.of(monthlyCost);
        monthlyCarbon = Exact.of(monthlyCarbon);
        budget = Exact.ofNullable(budget);
    }
}
