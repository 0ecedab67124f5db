package dev.gatehouse.facts.change;

import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Position;
import dev.gatehouse.graph.Delta;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.model.Relation;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.change.Operation;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.component.Dependency;
import dev.gatehouse.model.component.Deployment;
import dev.gatehouse.model.component.Flow;
import dev.gatehouse.model.governance.Waiver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Lays a change over a snapshot, operation after operation.
///
/// Removing an entity removes what belongs to it too: its deployments, SLOs, its own dependencies, its flows. What
/// still refers to it otherwise is a mistake of the change, unless it is history: an incident, a registered change.
public final class ChangeResolver {
    private static final Set<Relation> BELONGING = Set.of(
            Relation.DEPLOYMENT_OF, Relation.SLO_OF, Relation.DEPENDENCY_FROM, Relation.FLOW_FROM, Relation.FLOW_TO);
    /// What only a deployment has.
    private static final Set<String> OF_DEPLOYMENTS = Set.of("version", "placements");
    private static final Set<String> BY_ENVIRONMENT =
            Set.of("version", "replicas", "placements", "region", "monthlyCost", "monthlyCarbon");

    private final Patch patch;
    private final Change change;
    private final Snapshot before;
    private final Provenance provenance;
    private final ChangeDiagnostics mistakes;
    private final Map<EntityRef, Set<String>> touched = new TreeMap<>();
    /// JSON pointers to the operations that put or removed an entity.
    private final Map<EntityRef, String> causes = new HashMap<>();
    /// JSON pointer to the operation that is being laid over.
    private String here = "";

    private Delta delta = Delta.NONE;
    private Snapshot after;

    private ChangeResolver(Change change, Snapshot before, Patch patch, Function<String, Position> at) {
        this.change = change;
        this.before = before;
        this.after = before;
        this.patch = patch;
        this.mistakes = new ChangeDiagnostics(change, at);
        this.provenance = new Provenance(Provenance.sourceOf(change.ref()), null, 0, false);
    }

    /// Lays a change that stands in no document over the snapshot.
    ///
    /// @throws InvalidInputException with every unknown reference and every other mistake; nothing is changed
    public static ResolvedChange resolve(Change change, Snapshot before, Patch patch) {
        return resolve(change, before, patch, _ -> Position.NOWHERE);
    }

    /// Lays the change over the snapshot.
    ///
    /// @param at gives the place of a JSON pointer into the change's document; what an operation is about
    ///     is asked for as its `entity`
    /// @throws InvalidInputException with every unknown reference and every other mistake; nothing is changed
    public static ResolvedChange resolve(Change change, Snapshot before, Patch patch, Function<String, Position> at) {
        ChangeResolver resolver = new ChangeResolver(change, before, patch, at);
        resolver.mayBe(change.environment(), "environment");
        resolver.mayBe(change.requestedBy(), "requestedBy");
        resolver.mayBe(change.initiative(), "initiative");
        for (int i = 0; i < change.operations().size(); i++) {
            Operation operation = change.operations().get(i);
            resolver.here = ChangeDiagnostics.pointer(i, operation);
            resolver.apply(operation);
        }
        new DanglingReferences(before, resolver.after, resolver.delta, resolver.causes, resolver.mistakes)
                .find(change.environment());
        resolver.mistakes.throwIfAny();
        return new ResolvedChange(change, before, resolver.delta, resolver.after, new TreeMap<>(resolver.touched));
    }

    private void apply(Operation operation) {
        switch (operation) {
            case Operation.Deploy(EntityRef component, String version) -> deploy(component, version);
            case Operation.AddDependency(Dependency dependency) -> add(dependency, dependency.from(), dependency.to());
            case Operation.RemoveDependency(EntityRef name, EntityRef from, EntityRef to) ->
                removeEdges(Kind.DEPENDENCY, name, from, to);
            case Operation.AddFlow(Flow flow) -> add(flow, flow.from(), flow.to());
            case Operation.RemoveFlow(EntityRef name, EntityRef from, EntityRef to) ->
                removeEdges(Kind.FLOW, name, from, to);
            case Operation.Set(EntityRef entity, Map<String, @Nullable Object> attributes) -> set(entity, attributes);
            case Operation.Rename(EntityRef entity, String to) -> rename(entity, to);
            case Operation.Declare(Declaration declaration) -> declare(declaration);
            case Operation.Remove(EntityRef entity) -> remove(entity);
        }
    }

    private void deploy(EntityRef component, String version) {
        if (must(component, "deploy", "component")) {
            touch(component, "deploy");
            Deployment old = deploymentOf(component);
            Deployment deployed = new Deployment(
                    old.ref(),
                    old.component(),
                    old.environment(),
                    version,
                    old.replicas(),
                    old.placements(),
                    old.region(),
                    old.monthlyCost(),
                    old.monthlyCarbon());
            alter(deployed, Set.of("version"));
        }
    }

    /// The deployment of the component in the change's environment, or a new one.
    private Deployment deploymentOf(EntityRef component) {
        Declaration there = after.deployment(after.indexOf(component), change.environment());
        if (there != null) {
            return (Deployment) there.entity();
        }
        String name = component.name() + "-" + change.environment().name();
        EntityRef ref = new EntityRef(Kind.DEPLOYMENT, component.namespace(), name);
        if (after.find(ref) != null) {
            // That of something else of the same name.
            ref = new EntityRef(
                    Kind.DEPLOYMENT, component.namespace(), component.kind().word() + "-" + name);
        }
        return new Deployment(ref, component, change.environment(), null, null, List.of(), null, null, null);
    }

    private void add(Entity edge, EntityRef from, EntityRef to) {
        if (after.find(edge.ref()) != null) {
            wrong(
                    "",
                    "'" + edge.ref() + "' exists already",
                    "give the new " + edge.ref().kind().word() + " another name, or use set to alter the old one");
        }
        if (mustBoth(from, to)) {
            touch(from, "edge");
            touch(to, "edge");
            put(new Declaration(edge, provenance));
        }
    }

    private void removeEdges(Kind kind, @Nullable EntityRef name, @Nullable EntityRef from, @Nullable EntityRef to) {
        Set<EntityRef> doomed = new TreeSet<>();
        if (name != null) {
            if (!isGone(name) && must(name, "remove" + (kind == Kind.FLOW ? "Flow" : "Dependency"), kind.word())) {
                doomed.add(name);
            }
        } else if (from != null && to != null && mustBoth(from, to)) {
            Relation start = kind == Kind.FLOW ? Relation.FLOW_FROM : Relation.DEPENDENCY_FROM;
            after.forEachSource(after.indexOf(from), start, edge -> {
                Declaration declaration = after.at(edge);
                if (declaration != null && isDeclaredTo(declaration.entity(), to)) {
                    doomed.add(declaration.ref());
                }
            });
            if (doomed.isEmpty()) {
                wrong(
                        "",
                        "There is no " + kind.word() + " from '" + from + "' to '" + to + "' that somebody declared",
                        "check which of the two is from and which is to; what was only seen in traffic can be removed by its name");
            }
        }
        doomed.forEach(this::removeOne);
    }

    /// What was seen in traffic is evidence, not a declaration: it goes by its name only.
    static boolean isDeclaredTo(Entity edge, EntityRef to) {
        return switch (edge) {
            case Dependency dependency -> dependency.to().equals(to) && dependency.observedAt() == null;
            case Flow flow -> flow.to().equals(to);
            default -> false;
        };
    }

    private void set(EntityRef entity, Map<String, @Nullable Object> attributes) {
        if (!must(entity, "set", "entity")) {
            return;
        }
        touch(entity, "set");
        Map<String, @Nullable Object> here = new HashMap<>(attributes);
        here.keySet().retainAll(setOnDeployment(entity));
        if (!here.isEmpty()) {
            patch(deploymentOf(entity), here);
        }
        Map<String, @Nullable Object> everywhere = new HashMap<>(attributes);
        everywhere.keySet().removeAll(here.keySet());
        Declaration declaration = after.find(entity);
        if (!everywhere.isEmpty() && declaration != null) {
            patch(declaration.entity(), everywhere);
        }
    }

    private void patch(Entity entity, Map<String, @Nullable Object> attributes) {
        try {
            alter(patch.apply(entity, attributes), attributes.keySet());
        } catch (InvalidInputException e) {
            e.diagnostics().forEach(wrong -> wrong("", wrong.message(), wrong.cure()));
        }
    }

    /// Where a component is deployed in the change's environment, what differs by environment is set there; elsewhere
    /// only what a component itself does not have.
    private Set<String> setOnDeployment(EntityRef entity) {
        if (!entity.kind().connects()) {
            return Set.of();
        }
        boolean deployed = after.deployment(after.indexOf(entity), change.environment()) != null;
        return deployed ? BY_ENVIRONMENT : OF_DEPLOYMENTS;
    }

    private void rename(EntityRef old, String name) {
        EntityRef renamed = new EntityRef(old.kind(), old.namespace(), name);
        if (!must(old, "rename", "entity")) {
            return;
        }
        if (old.equals(change.environment())) {
            wrong(
                    "/entity",
                    "'" + old + "' is where the change is judged, so it keeps its name",
                    "rename it by an import");
            return;
        }
        if (after.find(renamed) != null) {
            wrong("/to", "'" + renamed + "' exists already", "choose another name to rename '" + old + "' to");
            return;
        }
        touch(old, "rename");
        touch(renamed, "rename");
        int number = after.indexOf(old);
        Map<EntityRef, Declaration> moved = new TreeMap<>();
        for (Relation relation : Relation.values()) {
            after.forEachSource(number, relation, source -> move(source, old, renamed, moved));
        }
        after.all(Kind.WAIVER)
                .filter(waiver -> accepts(waiver, old))
                .forEach(waiver -> move(waiver, old, renamed, moved));
        move(number, old, renamed, moved);
        lay(new Delta(moved, Set.of(old)));
    }

    private void move(int number, EntityRef old, EntityRef renamed, Map<EntityRef, Declaration> moved) {
        Declaration declaration = after.at(number);
        if (declaration != null) {
            Entity entity = Renaming.of(declaration.entity(), old, renamed);
            moved.put(entity.ref(), new Declaration(entity, provenance));
        }
    }

    private boolean accepts(int waiver, EntityRef subject) {
        Declaration declaration = after.at(waiver);
        return declaration != null
                && declaration.entity() instanceof Waiver one
                && one.subject().equals(subject);
    }

    private void declare(Declaration declaration) {
        Declaration old = after.find(declaration.ref());
        touchConnected(declaration.entity(), old == null ? "add" : "set");
        put(declaration);
    }

    private void remove(EntityRef entity) {
        if (!isGone(entity) && must(entity, "remove", "entity")) {
            removeOne(entity);
        }
    }

    /// Whether an earlier operation took it away, perhaps with something that it belonged to.
    private boolean isGone(EntityRef ref) {
        return delta.removes().contains(ref);
    }

    private void removeOne(EntityRef ref) {
        Declaration declaration = after.find(ref);
        if (declaration == null) {
            return;
        }
        touchConnected(declaration.entity(), "remove");
        Set<EntityRef> doomed = new TreeSet<>(Set.of(ref));
        for (Relation relation : BELONGING) {
            after.forEachSource(after.indexOf(ref), relation, source -> {
                Declaration belonging = after.at(source);
                if (belonging != null) {
                    doomed.add(belonging.ref());
                }
            });
        }
        lay(new Delta(Map.of(), doomed));
    }

    private void touchConnected(Entity entity, String how) {
        if (entity instanceof Component component) {
            touch(component.ref(), how);
        } else {
            String indirectly = entity instanceof Dependency || entity instanceof Flow ? "edge" : "set";
            ends(entity).forEach(end -> touch(end, indirectly));
        }
    }

    private static List<EntityRef> ends(Entity entity) {
        return entity.references().stream()
                .map(Entity.Reference::target)
                .filter(target -> target.kind().connects())
                .toList();
    }

    private void touch(EntityRef ref, String how) {
        if (ref.kind().connects()) {
            touched.computeIfAbsent(ref, _ -> new TreeSet<>()).add(how);
        } else {
            Declaration declaration = after.find(ref);
            if (declaration != null) {
                ends(declaration.entity()).forEach(end -> touch(end, "edge"));
            }
        }
    }

    /// What the change does not set stays said where it was.
    private void alter(Entity entity, Set<String> attributes) {
        Declaration old = after.find(entity.ref());
        put(old == null ? new Declaration(entity, provenance) : old.with(entity, attributes, provenance));
    }

    private void put(Declaration declaration) {
        lay(Delta.of(List.of(declaration)));
    }

    private void lay(Delta next) {
        Delta whole = ImpliedFlows.with(next, after);
        whole.puts().keySet().forEach(ref -> causes.put(ref, here));
        whole.removes().forEach(ref -> causes.put(ref, here));
        delta = delta.then(whole);
        after = before.with(delta);
    }

    /// @param attribute of the operation
    private boolean must(EntityRef ref, String where, String attribute) {
        if (isGone(ref)) {
            mistakes.add(
                    here + "/" + attribute,
                    where + ": there is no '" + ref + "' any more: an earlier operation took it away",
                    "leave this one out, or put it before that");
            return false;
        }
        return mistakes.isThere(after, ref, where, here + "/" + attribute);
    }

    private boolean mustBoth(EntityRef from, EntityRef to) {
        boolean known = must(from, "from", "from");
        return must(to, "to", "to") && known;
    }

    private void mayBe(@Nullable EntityRef ref, String attribute) {
        if (ref != null) {
            mistakes.isThere(before, ref, attribute, "/spec/" + attribute);
        }
    }

    /// @param pointer below the operation
    private void wrong(String pointer, String message, @Nullable String cure) {
        mistakes.add(here + pointer, message, cure);
    }

    /// Sets attributes of an entity by their names in its document.
    @FunctionalInterface
    public interface Patch {
        /// @throws InvalidInputException naming unknown attributes and wrong values
        Entity apply(Entity entity, Map<String, @Nullable Object> attributes);
    }
}
