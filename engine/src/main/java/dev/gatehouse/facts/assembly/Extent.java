package dev.gatehouse.facts.assembly;

import dev.gatehouse.facts.Brief;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.graph.EdgeKind;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.graph.traversal.Composition;
import dev.gatehouse.graph.traversal.Cycles;
import dev.gatehouse.graph.traversal.WorstPath;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Relation;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.component.Dependency;
import dev.gatehouse.model.component.Deployment;
import dev.gatehouse.model.component.Flow;
import dev.gatehouse.model.economy.Budget;
import dev.gatehouse.model.reliability.Incident;
import dev.gatehouse.model.reliability.Slo;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Names the subjects whose sheets may differ after a change: never one too few, seldom one too many. The one
/// place that knows which sheets an edit touches.
///
/// An edit to an entity touches its own sheet; to what others see of it in brief, those of its neighbours; to
/// what a closure is made of, those of everybody whose closure reaches it; to costs, those of its team, system and
/// environments.
final class Extent {
    private final ResolvedChange change;
    private final Demand demand;
    private final List<View> views;
    private final Set<EntityRef> subjects = new TreeSet<>();

    private Extent(ResolvedChange change, EntityRef environment, Demand demand) {
        this.change = change;
        this.demand = demand;
        this.views = List.of(new View(change.before(), environment), new View(change.after(), environment));
    }

    /// The subjects, cycles apart; sorted.
    static Set<EntityRef> of(ResolvedChange change, EntityRef environment, Demand demand) {
        Extent extent = new Extent(change, environment, demand);
        extent.changed().forEach(extent::add);
        demand.questions()
                .values()
                .forEach(question -> extent.subjects.addAll(
                        question.affectedFroms(change.before(), change.after(), change.delta(), environment)));
        extent.subjects.addAll(change.touched().keySet());
        extent.subjects.removeIf(subject -> !demand.wants(SubjectKind.of(subject.kind())));
        return extent.subjects;
    }

    /// Whether whatever a sheet draws from what its subject needs, however far, is the same before and after: promises,
    /// dependencies and latencies stand as they did.
    static boolean closuresStand(ResolvedChange change) {
        return changed(change).stream().allMatch(ref -> switch (ref.kind()) {
            case DEPENDENCY, SLO -> false;
            case COMPONENT, API, RESOURCE, EXTERNAL -> {
                Component old = component(change.before(), ref);
                Component now = component(change.after(), ref);
                yield old != null && now != null && Objects.equals(old.latency(), now.latency());
            }
            default -> true;
        });
    }

    private static @Nullable Component component(Snapshot snapshot, EntityRef ref) {
        Declaration declaration = snapshot.find(ref);
        return declaration != null && declaration.entity() instanceof Component component ? component : null;
    }

    /// The groups in a circle, before and after, that the change may have made, altered or resolved: those of the ends
    /// of what it alters, and what the members of these are grouped to on the other side.
    static Circles circles(ResolvedChange change) {
        Set<EntityRef> ends = new TreeSet<>();
        for (EntityRef ref : changed(change)) {
            for (Snapshot either : List.of(change.before(), change.after())) {
                Declaration declaration = either.find(ref);
                if (declaration != null && declaration.entity() instanceof Dependency dependency) {
                    ends.addAll(List.of(dependency.from(), dependency.to()));
                }
            }
        }
        Set<List<EntityRef>> old = groups(change.before(), ends);
        Set<List<EntityRef>> made = groups(change.after(), ends);
        Set<List<EntityRef>> before = new HashSet<>(old);
        made.forEach(group -> before.addAll(groups(change.before(), group)));
        Set<List<EntityRef>> after = new HashSet<>(made);
        old.forEach(group -> after.addAll(groups(change.after(), group)));
        return new Circles(before, after);
    }

    /// Groups in a circle.
    record Circles(Set<List<EntityRef>> before, Set<List<EntityRef>> after) {}

    private static Set<List<EntityRef>> groups(Snapshot snapshot, Collection<EntityRef> members) {
        Set<List<EntityRef>> groups = new HashSet<>();
        Set<EntityRef> known = new HashSet<>();
        for (EntityRef member : members) {
            if (!known.contains(member)) {
                List<EntityRef> group = groupOf(snapshot, member);
                known.addAll(group);
                groups.add(group);
            }
        }
        groups.remove(List.<EntityRef>of());
        return groups;
    }

    private static List<EntityRef> groupOf(Snapshot snapshot, EntityRef member) {
        int number = snapshot.indexOf(member);
        return number < 0 || snapshot.at(number) == null ? List.of() : Cycles.groupOf(snapshot, number);
    }

    private Set<EntityRef> changed() {
        return changed(change);
    }

    private static Set<EntityRef> changed(ResolvedChange change) {
        Set<EntityRef> all = new TreeSet<>(change.delta().puts().keySet());
        all.addAll(change.delta().removes());
        return all;
    }

    private void add(EntityRef ref) {
        for (View view : views) {
            Declaration declaration = view.snapshot().find(ref);
            if (declaration != null) {
                add(view, declaration.entity());
            }
        }
    }

    private void add(View view, Entity entity) {
        switch (entity) {
            case Component component -> component(view, component.ref());
            case Deployment deployment -> {
                subjects.add(deployment.environment());
                component(view, deployment.component());
            }
            case Dependency dependency -> dependency(view, dependency);
            case Flow flow -> subjects.addAll(List.of(flow.from(), flow.to()));
            case Slo slo -> slo(view, slo.component());
            case Incident incident -> subjects.addAll(incident.components());
            case Budget budget -> subjects.add(budget.group());
            default -> {
                if (entity.ref().kind() == Kind.SYSTEM
                        || entity.ref().kind() == Kind.GROUP
                        || entity.ref().kind() == Kind.ENVIRONMENT
                        || entity.ref().kind() == Kind.INITIATIVE) {
                    subjects.add(entity.ref());
                }
            }
        }
    }

    private void component(View view, EntityRef ref) {
        subjects.add(ref);
        int number = view.snapshot().indexOf(ref);
        Component component = view.entity(number, Component.class);
        if (component == null) {
            return;
        }
        if (component.owner() != null) {
            subjects.add(component.owner());
        }
        if (component.system() != null) {
            subjects.add(component.system());
        }
        view.referring(number, Relation.DEPLOYMENT_OF, Deployment.class)
                .forEach(deployment -> subjects.add(deployment.environment()));
        if (!Objects.equals(brief(views.getFirst(), ref), brief(views.getLast(), ref))) {
            neighbours(view, number);
        }
        latencies(view, number);
    }

    private static @Nullable Brief brief(View view, EntityRef ref) {
        int number = view.snapshot().indexOf(ref);
        return view.entity(number, Component.class) == null ? null : view.brief(number);
    }

    /// Both ends of every edge: they show the entity in brief.
    private void neighbours(View view, int number) {
        if (demand.wantsAny(SubjectKind.COMPONENT, Set.of(PartName.NEEDS, PartName.NEEDED_BY))) {
            neighbours(view, number, EdgeKind.DEPENDENCY, PartName.NEEDS, PartName.NEEDED_BY);
        }
        if (demand.wantsAny(SubjectKind.COMPONENT, Set.of(PartName.SENDS, PartName.RECEIVES))) {
            neighbours(view, number, EdgeKind.FLOW, PartName.SENDS, PartName.RECEIVES);
        }
    }

    private void neighbours(View view, int number, EdgeKind kind, PartName seenByIn, PartName seenByOut) {
        if (demand.wants(SubjectKind.COMPONENT, seenByIn)) {
            view.snapshot().edges(kind).forEachIn(number, (_, other) -> subject(view, other));
        }
        if (demand.wants(SubjectKind.COMPONENT, seenByOut)) {
            view.snapshot().edges(kind).forEachOut(number, (_, other) -> subject(view, other));
        }
    }

    private void dependency(View view, Dependency dependency) {
        subjects.addAll(List.of(dependency.from(), dependency.to()));
        int from = view.snapshot().indexOf(dependency.from());
        if (from >= 0) {
            compositions(view, from);
            latencies(view, from);
            retries(view, from);
        }
    }

    private void slo(View view, EntityRef component) {
        component(view, component);
        int number = view.snapshot().indexOf(component);
        if (number >= 0) {
            compositions(view, number);
            latencies(view, number);
        }
    }

    private void compositions(View view, int number) {
        if (demand.wants(SubjectKind.COMPONENT, PartName.COMPOSITION)) {
            subjects(view, Composition.dependents(view.snapshot(), number));
        }
    }

    private void latencies(View view, int number) {
        if (demand.wants(SubjectKind.COMPONENT, PartName.LATENCY)) {
            subjects(view, WorstPath.latencyDependents(view.snapshot(), number));
        }
    }

    private void retries(View view, int number) {
        if (demand.wants(SubjectKind.COMPONENT, PartName.RETRIES)) {
            subjects(view, WorstPath.retriesDependents(view.snapshot(), number));
        }
    }

    private void subjects(View view, int[] numbers) {
        for (int number : numbers) {
            subject(view, number);
        }
    }

    private void subject(View view, int number) {
        Declaration declaration = view.snapshot().at(number);
        if (declaration != null && declaration.ref().kind().connects()) {
            subjects.add(declaration.ref());
        }
    }
}
