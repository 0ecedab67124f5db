package dev.gatehouse.facts;

import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Exact;
import dev.gatehouse.model.Ordered;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The attributes of a connectable entity as they hold in the sheet's environment (a deployment's values win). Null
/// is unknown.
///
/// @param type as declared
/// @param tier 1 is the most critical
/// @param deployed whether it has a deployment in the environment
/// @param version deployed there
/// @param zones number of distinct zones
/// @param latency 99th percentile of its own work on a request
/// @param monthlyCost in the currency of the owner's budget
/// @param monthlyCarbon kilograms of CO2 equivalent
public record Subject(
        EntityRef ref,
        @Nullable String type,
        @Nullable String lifecycle,
        @Nullable EntityRef owner,
        @Nullable EntityRef system,
        @Nullable Integer tier,
        Set<String> dataClassification,
        Set<String> clearedFor,
        Map<String, String> roles,
        Set<String> tags,
        boolean deployed,
        @Nullable String version,
        @Nullable Integer replicas,
        @Nullable Integer zones,
        @Nullable String region,
        @Nullable String url,
        @Nullable String runtime,
        @Nullable Duration rto,
        @Nullable Duration rpo,
        @Nullable Duration latency,
        @Nullable BigDecimal monthlyCost,
        @Nullable BigDecimal monthlyCarbon,
        Map<String, String> properties)
        implements Fact {
    public Subject {
        dataClassification = Ordered.copyOf(dataClassification);
        clearedFor = Ordered.copyOf(clearedFor);
        roles = Ordered.copyOf(roles);
        tags = Ordered.copyOf(tags);
        monthlyCost = Exact.ofNullable(monthlyCost);
        monthlyCarbon = Exact.ofNullable(monthlyCarbon);
        properties = Ordered.copyOf(properties);
    }
}
