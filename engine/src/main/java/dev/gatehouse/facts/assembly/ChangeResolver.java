package dev.gatehouse.facts.assembly;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Nearest;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Map<EntityRef, Set<String>> touched = new TreeMap<>();
    private Delta delta = Delta.NONE;
    private Snapshot after;

    private ChangeResolver(Change change, Snapshot before, Patch patch) {
        this.change = change;
        this.before = before;
        this.after = before;
        this.patch = patch;
        this.provenance = new Provenance("change " + change.ref().shortName(), null, 0, false);
    }

    /// Lays the change over the snapshot.
    ///
    /// @throws InvalidInputException with every unknown reference and every other mistake; nothing is changed
    public static ResolvedChange resolve(Change change, Snapshot before, Patch patch) {
        ChangeResolver resolver = new ChangeResolver(change, before, patch);
        resolver.must(change.environment(), "environment");
        resolver.mayBe(change.requestedBy(), "requestedBy");
        resolver.mayBe(change.initiative(), "initiative");
        change.operations().forEach(resolver::apply);
        resolver.checkReferences();
        if (!resolver.diagnostics.isEmpty()) {
            throw new InvalidInputException(resolver.diagnostics);
        }
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
        if (must(component, "deploy")) {
            touch(component, "deploy");
            Deployment old = deploymentOf(component);
            put(new Deployment(
                    old.ref(),
                    old.component(),
                    old.environment(),
                    version,
                    old.replicas(),
                    old.placements(),
                    old.region(),
                    old.monthlyCost(),
                    old.monthlyCarbon()));
        }
    }

    /// The deployment of the component in the change's environment, or a new one.
    private Deployment deploymentOf(EntityRef component) {
        Deployment there = new View(after, change.environment()).deployment(after.indexOf(component));
        if (there != null) {
            return there;
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
            if (must(name, "remove" + (kind == Kind.FLOW ? "Flow" : "Dependency"))) {
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
        if (!must(entity, "set")) {
            return;
        }
        touch(entity, "set");
        Map<String, @Nullable Object> here = new HashMap<>(attributes);
        here.keySet().retainAll(setOnDeployment(entity));
        if (!here.isEmpty()) {
            put(patch.apply(deploymentOf(entity), here));
        }
        Map<String, @Nullable Object> everywhere = new HashMap<>(attributes);
        everywhere.keySet().removeAll(here.keySet());
        Declaration declaration = after.find(entity);
        if (!everywhere.isEmpty() && declaration != null) {
            put(patch.apply(declaration.entity(), everywhere));
        }
    }

    /// Where a component is deployed in the change's environment, what differs by environment is set there; elsewhere
    /// only what a component itself does not have.
    private Set<String> setOnDeployment(EntityRef entity) {
        if (!entity.kind().connects()) {
            return Set.of();
        }
        View view = new View(after, change.environment());
        return view.deployment(after.indexOf(entity)) == null ? OF_DEPLOYMENTS : BY_ENVIRONMENT;
    }

    private void rename(EntityRef old, String name) {
        EntityRef renamed = new EntityRef(old.kind(), old.namespace(), name);
        if (!must(old, "rename")) {
            return;
        }
        if (after.find(renamed) != null) {
            wrong("'" + renamed + "' exists already", "choose another name to rename '" + old + "' to");
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
        boolean goneWithAnother = delta.removes().contains(entity);
        if (!goneWithAnother && must(entity, "remove")) {
            removeOne(entity);
        }
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

    /// Every reference of what the change puts must lead somewhere, and nothing may need what it removes.
    private void checkReferences() {
        delta.puts()
                .values()
                .forEach(declaration -> declaration.entity().references().forEach(reference -> {
                    if (after.find(reference.target()) == null) {
                        must(reference.target(), declaration.ref().toString());
                    }
                }));
        for (EntityRef removed : delta.removes()) {
            int number = before.indexOf(removed);
            if (number >= 0) {
                complainOfThoseLeft(removed, number);
            }
        }
    }

    private void complainOfThoseLeft(EntityRef removed, int number) {
        Set<String> left = new TreeSet<>();
        for (Relation relation : Relation.values()) {
            if (relation.isHistory()) {
                continue;
            }
            before.forEachSource(number, relation, source -> {
                Declaration declaration = after.at(source);
                if (declaration != null && refersTo(declaration.entity(), removed)) {
                    left.add(declaration.ref().toString());
                }
            });
        }
        if (!left.isEmpty()) {
            wrong(
                    "'" + removed + "' is removed, but still needed by " + String.join(", ", left),
                    "remove or alter those in the same change");
        }
    }

    private static boolean refersTo(Entity entity, EntityRef target) {
        return entity.references().stream()
                .anyMatch(reference -> reference.target().equals(target));
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

    private void put(Entity entity) {
        put(new Declaration(entity, provenance));
    }

    private void put(Declaration declaration) {
        lay(Delta.of(List.of(declaration)));
    }

    private void lay(Delta next) {
        delta = delta.then(ImpliedFlows.with(next, after));
        after = before.with(delta);
    }

    private boolean must(EntityRef ref, String where) {
        if (after.find(ref) != null) {
            return true;
        }
        wrong(
                where + ": there is no '" + ref + "'",
                Nearest.cure(
                        ref.name(),
                        after.all(ref.kind())
                                .mapToObj(after::at)
                                .map(declaration -> declaration == null
                                        ? ""
                                        : declaration.ref().shortName())
                                .toList(),
                        "import the source that declares it, or declare it in the change"));
        return false;
    }

    private boolean mustBoth(EntityRef from, EntityRef to) {
        boolean known = must(from, "from");
        return must(to, "to") && known;
    }

    private void mayBe(@Nullable EntityRef ref, String where) {
        if (ref != null) {
            must(ref, where);
        }
    }

    private void wrong(String message, String cure) {
        diagnostics.add(Diagnostic.error("change '" + change.ref().shortName() + "': " + message, cure));
    }

    /// Sets attributes of an entity by their names in its document.
    @FunctionalInterface
    public interface Patch {
        /// @throws InvalidInputException naming unknown attributes and wrong values
        Entity apply(Entity entity, Map<String, @Nullable Object> attributes);
    }
}
