package dev.gatehouse.facts.assembly;

import dev.gatehouse.facts.change.ResolvedChange;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.graph.EdgeKind;
import dev.gatehouse.graph.Edges;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.graph.traversal.Composition;
import dev.gatehouse.graph.traversal.Cycles;
import dev.gatehouse.graph.traversal.WorstPath;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.change.RegisteredChange;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.component.Dependency;
import dev.gatehouse.model.component.Deployment;
import dev.gatehouse.model.component.Environment;
import dev.gatehouse.model.component.Flow;
import dev.gatehouse.model.component.Grouping;
import dev.gatehouse.model.component.User;
import dev.gatehouse.model.economy.Budget;
import dev.gatehouse.model.economy.Initiative;
import dev.gatehouse.model.reliability.Incident;
import dev.gatehouse.model.reliability.Slo;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Names the subjects whose sheets may differ after a change, and in which parts: never one too few, seldom one too
/// many. The one place that knows which sheets an edit touches.
///
/// An edit to an entity touches its own sheet; to what others see of it in brief, those of its neighbours; to what a
/// closure is made of, those of everybody whose closure reaches it; to any attribute of a component, those of all
/// that gather it.
final class AffectedSheets {
    private final ResolvedChange change;
    private final RuleInterests interests;
    private final List<EnvironmentView> views;
    private final Map<EntityRef, Set<PartName>> parts = new TreeMap<>();

    private AffectedSheets(ResolvedChange change, EnvironmentViews views, RuleInterests interests) {
        this.change = change;
        this.interests = interests;
        this.views = views.both();
    }

    /// The subjects, cycles apart, sorted, with the parts of their sheets that may differ. All parts but the closures
    /// of a component's sheet stand together.
    static Map<EntityRef, Set<PartName>> of(ResolvedChange change, EnvironmentViews views, RuleInterests interests) {
        EntityRef environment = views.before().environment();
        AffectedSheets affected = new AffectedSheets(change, views, interests);
        changed(change).forEach(affected::add);
        interests
                .questions()
                .values()
                .forEach(
                        question -> question.affectedFroms(change.before(), change.after(), change.delta(), environment)
                                .forEach(from -> affected.parts(from).add(PartName.PATHS)));
        affected.subjects(change.touched().keySet());
        affected.parts.keySet().removeIf(subject -> !interests.include(SubjectKind.of(subject.kind())));
        return affected.parts;
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
            if (ref.kind().connects() && comesOrGoes(change, ref)) {
                ends.add(ref);
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

    private static Set<EntityRef> changed(ResolvedChange change) {
        Set<EntityRef> all = new TreeSet<>(change.delta().puts().keySet());
        all.addAll(change.delta().removes());
        return all;
    }

    private void add(EntityRef ref) {
        for (EnvironmentView view : views) {
            Declaration declaration = view.snapshot().find(ref);
            if (declaration != null) {
                add(view, declaration.entity());
            }
        }
    }

    private void add(EnvironmentView view, Entity entity) {
        switch (entity) {
            case Component component -> {
                component(view, component.ref());
                whoDrawsOn(view, component.ref());
            }
            case Deployment deployment -> {
                subject(deployment.environment());
                component(view, deployment.component());
            }
            case Dependency dependency -> dependency(view, dependency);
            case Flow flow -> {
                subjects(List.of(flow.from(), flow.to()));
                systems(view, List.of(flow.from(), flow.to()));
            }
            case Slo slo -> slo(view, slo.component());
            case Incident incident -> subjects(incident.components());
            case Budget budget -> subject(budget.group());
            case RegisteredChange registered -> {
                if (registered.initiative() != null) {
                    subject(registered.initiative());
                }
            }
            case Grouping grouping -> {
                subject(grouping.ref());
                subjects(Gathering.above(view, grouping.ref()));
            }
            case User user -> subject(user.ref());
            case Environment environment -> subject(environment.ref());
            case Initiative initiative -> subject(initiative.ref());
            default -> {}
        }
    }

    private void component(EnvironmentView view, EntityRef ref) {
        subject(ref);
        int number = view.snapshot().indexOf(ref);
        if (view.entity(number, Component.class) == null) {
            return;
        }
        subjects(Gathering.around(view, number));
        if (!Objects.equals(views.getFirst().brief(ref), views.getLast().brief(ref))) {
            neighbours(view, number);
        }
    }

    /// Both ends of every edge: they show the entity in brief.
    private void neighbours(EnvironmentView view, int number) {
        neighbours(view, number, EdgeKind.DEPENDENCY, PartName.NEEDS, PartName.NEEDED_BY);
        neighbours(view, number, EdgeKind.FLOW, PartName.SENDS, PartName.RECEIVES);
    }

    private void neighbours(EnvironmentView view, int number, EdgeKind kind, PartName seenByIn, PartName seenByOut) {
        if (interests.include(SubjectKind.SYSTEM, seenByIn) || interests.include(SubjectKind.SYSTEM, seenByOut)) {
            Set<EntityRef> others = new HashSet<>();
            Edges edges = view.snapshot().edges(kind);
            edges.forEachIn(number, (_, other) -> others.add(ref(view, other)));
            edges.forEachOut(number, (_, other) -> others.add(ref(view, other)));
            systems(view, others);
        }
        if (interests.include(SubjectKind.COMPONENT, seenByIn)) {
            view.snapshot()
                    .edges(kind)
                    .forEachIn(number, (_, other) -> parts(view, other).addAll(ComponentSheet.OWN));
        }
        if (interests.include(SubjectKind.COMPONENT, seenByOut)) {
            view.snapshot()
                    .edges(kind)
                    .forEachOut(number, (_, other) -> parts(view, other).addAll(ComponentSheet.OWN));
        }
    }

    /// Those whose closures reach the component and change with it: by its latency, and where it comes or goes by the
    /// edges that lead to it, which lead nowhere without it.
    private void whoDrawsOn(EnvironmentView view, EntityRef ref) {
        int number = view.snapshot().indexOf(ref);
        boolean comesOrGoes = comesOrGoes(change, ref);
        if (comesOrGoes || !Objects.equals(latency(views.getFirst(), ref), latency(views.getLast(), ref))) {
            latencies(view, number);
        }
        if (comesOrGoes) {
            compositions(view, number);
            view.snapshot().edges(EdgeKind.DEPENDENCY).forEachIn(number, (edge, _) -> retries(view, edge));
        }
        if (views.getFirst().isComplete(ref) != views.getLast().isComplete(ref)) {
            parts(ref).addAll(ComponentSheet.CLOSURES);
        }
    }

    private static boolean comesOrGoes(ResolvedChange change, EntityRef ref) {
        return (change.before().find(ref) == null) != (change.after().find(ref) == null);
    }

    private static @Nullable Duration latency(EnvironmentView view, EntityRef ref) {
        Component component = view.entity(view.snapshot().indexOf(ref), Component.class);
        return component == null ? null : component.latency();
    }

    /// Those that show the edges of these ends.
    private void systems(EnvironmentView view, Collection<EntityRef> ends) {
        if (ComponentSheet.EDGES.stream().anyMatch(part -> interests.include(SubjectKind.SYSTEM, part))) {
            for (EntityRef end : ends) {
                Component component = view.entity(view.snapshot().indexOf(end), Component.class);
                if (component != null && component.system() != null) {
                    subject(component.system());
                }
            }
        }
    }

    private void dependency(EnvironmentView view, Dependency dependency) {
        subjects(List.of(dependency.from(), dependency.to()));
        systems(view, List.of(dependency.from(), dependency.to()));
        Snapshot snapshot = view.snapshot();
        int edge = snapshot.indexOf(dependency.ref());
        int from = snapshot.indexOf(dependency.from());
        if (from >= 0 && Composition.counts(snapshot, edge)) {
            compositions(view, from);
        }
        if (from >= 0 && snapshot.isWaitedFor(edge)) {
            latencies(view, from);
            retries(view, edge);
        }
    }

    private void slo(EnvironmentView view, EntityRef component) {
        component(view, component);
        int number = view.snapshot().indexOf(component);
        if (number >= 0) {
            compositions(view, number);
            latencies(view, number);
        }
    }

    private void compositions(EnvironmentView view, int number) {
        if (interests.include(SubjectKind.COMPONENT, PartName.COMPOSITION)) {
            promising(view, Composition.dependents(view.snapshot(), number), Slo.Indicator.AVAILABILITY)
                    .forEach(other -> parts(view, other).add(PartName.COMPOSITION));
        }
    }

    private void latencies(EnvironmentView view, int number) {
        if (interests.include(SubjectKind.COMPONENT, PartName.LATENCY)) {
            promising(view, WorstPath.latencyDependents(view.snapshot(), number), Slo.Indicator.LATENCY)
                    .forEach(other -> parts(view, other).add(PartName.LATENCY));
        }
    }

    /// What nobody is promised stands on no sheet.
    private static IntStream promising(EnvironmentView view, int[] numbers, Slo.Indicator indicator) {
        return IntStream.of(numbers).filter(number -> view.promises(number, indicator));
    }

    private void retries(EnvironmentView view, int edge) {
        if (interests.include(SubjectKind.COMPONENT, PartName.RETRIES)) {
            IntStream.of(WorstPath.retriesDependents(view.snapshot(), edge))
                    .forEach(other -> parts(view, other).add(PartName.RETRIES));
        }
    }

    private void subjects(Collection<EntityRef> refs) {
        refs.forEach(this::subject);
    }

    /// Every part of its sheet but the closures.
    private void subject(EntityRef ref) {
        parts(ref)
                .addAll(
                        ref.kind().connects()
                                ? ComponentSheet.OWN
                                : SubjectKind.of(ref.kind()).parts());
    }

    private Set<PartName> parts(EnvironmentView view, int number) {
        return parts(ref(view, number));
    }

    private static EntityRef ref(EnvironmentView view, int number) {
        return Objects.requireNonNull(view.snapshot().at(number)).ref();
    }

    private Set<PartName> parts(EntityRef ref) {
        return parts.computeIfAbsent(ref, _ -> EnumSet.noneOf(PartName.class));
    }
}
