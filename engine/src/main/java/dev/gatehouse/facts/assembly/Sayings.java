package dev.gatehouse.facts.assembly;

import dev.gatehouse.facts.sheet.Said;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.component.Deployment;
import dev.gatehouse.model.economy.Budget;
import dev.gatehouse.model.reliability.Slo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Gathers what the declaration of an entity does not say of it itself, as [View] composes its facts.
final class Sayings {
    private final View view;
    private final Map<String, Provenance> said = new TreeMap<>();

    private Sayings(View view) {
        this.view = view;
    }

    /// The attributes that something else says, together where it says several of them.
    static List<Said> of(View view, EntityRef ref) {
        int number = view.snapshot().indexOf(ref);
        Declaration declaration = number < 0 ? null : view.snapshot().at(number);
        if (declaration == null) {
            return List.of();
        }
        Sayings sayings = new Sayings(view);
        sayings.said.putAll(declaration.altered());
        if (declaration.entity() instanceof Component component) {
            sayings.deployment(component, view.deployment(number));
            sayings.promises(number);
        } else if (ref.kind() == Kind.GROUP) {
            sayings.budget(view.budget(number));
        }
        return sayings.grouped();
    }

    /// What the deployment leaves open the component says.
    private void deployment(Component component, @Nullable Deployment there) {
        if (there == null) {
            return;
        }
        Declaration declared = declaration(there.ref());
        either("version", there.version(), null, declared, "version");
        either("region", there.region(), component.region(), declared, "region");
        either("monthlyCost", there.monthlyCost(), component.monthlyCost(), declared, "monthlyCost");
        either("monthlyCarbon", there.monthlyCarbon(), component.monthlyCarbon(), declared, "monthlyCarbon");
        Object placements = there.placements().isEmpty() ? null : there.placements();
        either("zones", placements, component.zones(), declared, "placements");
        if (there.replicas() == null && placements != null) {
            either("replicas", placements, component.replicas(), declared, "placements");
        } else {
            either("replicas", there.replicas(), component.replicas(), declared, "replicas");
        }
    }

    /// Where neither says it, a change may have taken it away.
    private void either(
            String attribute, @Nullable Object there, @Nullable Object otherwise, Declaration declared, String word) {
        boolean takenAway = otherwise == null && declared.altered().containsKey(word);
        if (there != null || takenAway) {
            said.put(attribute, declared.said(word));
        }
    }

    private void promises(int component) {
        Slo promised = view.promised(component);
        if (promised != null) {
            said.put("availability objective", declaration(promised.ref()).said("objective"));
        }
        Slo tightest = view.tightest(component);
        if (tightest != null) {
            said.put("budgetRemaining", declaration(tightest.ref()).said("budgetRemaining"));
        }
    }

    private void budget(@Nullable Budget budget) {
        if (budget != null) {
            said.put("budget", declaration(budget.ref()).said("monthly"));
        }
    }

    private Declaration declaration(EntityRef ref) {
        return Objects.requireNonNull(view.snapshot().find(ref), "it was found there");
    }

    private List<Said> grouped() {
        Map<Provenance, Set<String>> together = new LinkedHashMap<>();
        said.forEach((attribute, at) ->
                together.computeIfAbsent(at, _ -> new TreeSet<>()).add(attribute));
        return together.entrySet().stream()
                .map(entry -> new Said(entry.getValue(), entry.getKey()))
                .toList();
    }
}
