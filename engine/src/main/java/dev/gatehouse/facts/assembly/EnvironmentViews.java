package dev.gatehouse.facts.assembly;

import dev.gatehouse.facts.change.ResolvedChange;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// An architecture before and after a change, as one environment sees it. What the change does not restate looks the
/// same in both, and is looked at once.
record EnvironmentViews(EnvironmentView before, EnvironmentView after) {
    static EnvironmentViews of(ResolvedChange change, EntityRef environment) {
        EnvironmentView before = new EnvironmentView(change.before(), environment);
        return new EnvironmentViews(before, new EnvironmentView(change.after(), before, restated(change)));
    }

    List<EnvironmentView> both() {
        return List.of(before, after);
    }

    /// What the change puts or removes, and what that refers to, before or after.
    private static Set<EntityRef> restated(ResolvedChange change) {
        Set<EntityRef> restated = new HashSet<>(change.delta().removes());
        restated.addAll(change.delta().puts().keySet());
        for (EntityRef ref : List.copyOf(restated)) {
            for (Snapshot either : List.of(change.before(), change.after())) {
                Declaration declaration = either.find(ref);
                if (declaration != null) {
                    declaration.entity().references().forEach(reference -> restated.add(reference.target()));
                }
            }
        }
        return restated;
    }
}
