package dev.gatehouse.model.component;

import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Ordered;
import dev.gatehouse.model.Relation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Anything deployable or linkable with a stable id: a Backstage component, API or resource, or an external party;
/// `ref.kind()` tells which. What differs by environment stands in a [Deployment] and wins over the values here.
/// A null attribute is unknown unless its description says otherwise.
///
/// @param type what it is, in Backstage's sense: `service`, `website`, `database`, `queue`, `person`, …
/// @param lifecycle `production`, `experimental`, `deprecated`, …
/// @param owner the one group answerable for it
/// @param tier 1 is the most critical
/// @param dataClassification what data it keeps: `personal`, `cardholder`, …; empty means none
/// @param clearedFor classifications that it may receive; empty means none
/// @param roles architectural role → technology: `{gateway: zuul, load-balancer: ribbon}`
/// @param runtime what it runs on, as `name-version`: `java-25`
/// @param rto recovery time objective
/// @param rpo recovery point objective
/// @param latency 99th percentile of its own work on a request, without what it waits for
/// @param monthlyCost in the currency of the owner's budget
/// @param monthlyCarbon kilograms of CO2 equivalent
/// @param provides APIs that it offers
public record Component(
        EntityRef ref,
        @Nullable String title,
        @Nullable String type,
        @Nullable String lifecycle,
        @Nullable EntityRef owner,
        @Nullable EntityRef system,
        @Nullable Integer tier,
        Set<String> dataClassification,
        Set<String> clearedFor,
        Map<String, String> roles,
        Set<String> tags,
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
        Set<EntityRef> provides,
        Map<String, String> properties)
        implements Entity {
    public Component {
        dataClassification = Ordered.copyOf(dataClassification);
        clearedFor = Ordered.copyOf(clearedFor);
        roles = Ordered.copyOf(roles);
        tags = Ordered.copyOf(tags);
        provides = Ordered.copyOf(provides);
        properties = Ordered.copyOf(properties);
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        if (owner != null) {
            references.add(new Reference(Relation.OWNED_BY, owner));
        }
        if (system != null) {
            references.add(new Reference(Relation.PART_OF, system));
        }
        provides.forEach(api -> references.add(new Reference(Relation.PROVIDES, api)));
        return references;
    }
}
