package dev.gatehouse.facts.assembly;

import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Relation;
import dev.gatehouse.model.change.RegisteredChange;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.component.Deployment;
import dev.gatehouse.model.component.Grouping;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which components a system, a domain, a team, an environment or an initiative gathers, and the other way round: which
/// of these gather a component.
final class Gathering {
    private Gathering() {}

    /// Numbers of the components that an entity gathers.
    ///
    /// @param day on which changes for an initiative are open
    static Set<Integer> members(EnvironmentView view, int number, LocalDate day) {
        Set<Integer> members = new LinkedHashSet<>();
        Entity entity = Objects.requireNonNull(view.entity(number, Entity.class), "only what is there has members");
        switch (entity.ref().kind()) {
            case SYSTEM -> members.addAll(view.gathered(number, Relation.PART_OF));
            case GROUP -> members.addAll(view.gathered(number, Relation.OWNED_BY));
            case DOMAIN -> ofDomain(view, number, new HashSet<>(), members);
            case ENVIRONMENT ->
                view.referring(number, Relation.DEPLOYED_IN, Deployment.class)
                        .forEach(deployment -> add(view, deployment.component(), members));
            case INITIATIVE ->
                view.referring(number, Relation.SERVES, RegisteredChange.class).stream()
                        .filter(change ->
                                change.isOpenAt(day.atStartOfDay(ZoneOffset.UTC).toInstant()))
                        .flatMap(change -> change.touches().stream())
                        .forEach(touched -> add(view, touched, members));
            default -> {}
        }
        return members;
    }

    /// Those that gather a component, or would if they were there.
    static Set<EntityRef> around(EnvironmentView view, int component) {
        Set<EntityRef> around = new HashSet<>();
        Component found = view.entity(component, Component.class);
        if (found == null) {
            return around;
        }
        if (found.owner() != null) {
            around.add(found.owner());
        }
        if (found.system() != null) {
            around.add(found.system());
            around.addAll(above(view, found.system()));
        }
        view.referring(component, Relation.DEPLOYMENT_OF, Deployment.class)
                .forEach(deployment -> around.add(deployment.environment()));
        view.referring(component, Relation.TOUCHES, RegisteredChange.class).stream()
                .map(RegisteredChange::initiative)
                .filter(Objects::nonNull)
                .forEach(around::add);
        return around;
    }

    /// The domains above a system or a domain.
    static Set<EntityRef> above(EnvironmentView view, EntityRef grouping) {
        Set<EntityRef> domains = new LinkedHashSet<>();
        EntityRef domain = parent(view, grouping);
        while (domain != null && domains.add(domain)) {
            domain = parent(view, domain);
        }
        return domains;
    }

    private static @Nullable EntityRef parent(EnvironmentView view, EntityRef grouping) {
        Grouping found = view.entity(view.snapshot().indexOf(grouping), Grouping.class);
        return found == null || found.ref().kind() == Kind.GROUP ? null : found.parent();
    }

    private static void ofDomain(EnvironmentView view, int domain, Set<Integer> seen, Set<Integer> members) {
        if (seen.add(domain)) {
            view.referring(domain, Relation.PART_OF, Grouping.class)
                    .forEach(system ->
                            members.addAll(view.gathered(view.snapshot().indexOf(system.ref()), Relation.PART_OF)));
            view.referring(domain, Relation.CHILD_OF, Grouping.class)
                    .forEach(below -> ofDomain(view, view.snapshot().indexOf(below.ref()), seen, members));
        }
    }

    private static void add(EnvironmentView view, EntityRef component, Set<Integer> members) {
        int number = view.snapshot().indexOf(component);
        if (view.entity(number, Component.class) != null) {
            members.add(number);
        }
    }
}
