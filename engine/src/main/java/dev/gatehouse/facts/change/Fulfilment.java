package dev.gatehouse.facts.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Relation;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.change.Operation;
import dev.gatehouse.model.change.Renames;
import dev.gatehouse.model.component.Dependency;
import dev.gatehouse.model.component.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whether an architecture shows a change: all that it was to bring is there, so that making it would alter nothing.
public final class Fulfilment {
    /// What tells one edge from another rather than what it is like.
    private static final Set<String> NAMES = Set.of("ref", "from", "to");

    private final Change change;
    private final Renames renames;
    private final Snapshot now;
    private final ChangeResolver.Patch patch;

    private Fulfilment(Change change, Snapshot now, ChangeResolver.Patch patch) {
        this.change = change;
        this.renames = change.renames();
        this.now = now;
        this.patch = patch;
    }

    /// False also where the change alters nothing of the architecture: nothing can show it.
    public static boolean of(Change change, Snapshot now, ChangeResolver.Patch patch) {
        Fulfilment fulfilment = new Fulfilment(change, now, patch);
        return !change.operations().isEmpty() && change.operations().stream().allMatch(fulfilment::isTrue);
    }

    private boolean isTrue(Operation operation) {
        return switch (operation) {
            case Operation.Deploy(EntityRef component, String version) ->
                altersNothing(new Operation.Deploy(renames.after(component), version));
            case Operation.Set(EntityRef entity, var attributes) ->
                altersNothing(new Operation.Set(renames.after(entity), attributes));
            case Operation.Declare declared -> altersNothing(declared);
            case Operation.AddDependency(Dependency wanted) ->
                isThere(wanted, Relation.DEPENDENCY_FROM, wanted.from(), wanted.to());
            case Operation.AddFlow(Flow wanted) -> isThere(wanted, Relation.FLOW_FROM, wanted.from(), wanted.to());
            case Operation.RemoveDependency(EntityRef name, EntityRef from, EntityRef to) ->
                isGone(name, Relation.DEPENDENCY_FROM, from, to);
            case Operation.RemoveFlow(EntityRef name, EntityRef from, EntityRef to) ->
                isGone(name, Relation.FLOW_FROM, from, to);
            case Operation.Rename(EntityRef old, String _) -> isGone(old) && !isGone(renames.after(old));
            case Operation.Remove(EntityRef entity) -> isGone(entity);
        };
    }

    private boolean altersNothing(Operation operation) {
        Change alone =
                new Change(change.ref(), null, change.environment(), null, null, null, List.of(operation), List.of());
        try {
            ResolvedChange resolved = ChangeResolver.resolve(alone, now, patch);
            return resolved.delta().removes().isEmpty()
                    && resolved.delta().puts().values().stream().allMatch(this::isThere);
        } catch (InvalidInputException _) {
            // It names what is not there.
            return false;
        }
    }

    private boolean isThere(Declaration wanted) {
        Declaration there = now.find(wanted.ref());
        return there != null && there.entity().equals(wanted.entity());
    }

    /// Whether the edge, or another between the same ends, has all the attributes that the change gave it.
    private boolean isThere(Entity wanted, Relation start, EntityRef from, EntityRef to) {
        return between(start, renames.after(from), renames.after(to)).anyMatch(edge -> isLike(edge, wanted));
    }

    private static boolean isLike(Entity edge, Entity wanted) {
        ObjectNode found = Json.tree(edge);
        return Json.tree(wanted).properties().stream()
                .filter(attribute -> !NAMES.contains(attribute.getKey()))
                .allMatch(attribute -> attribute.getValue().equals(found.get(attribute.getKey())));
    }

    private boolean isGone(@Nullable EntityRef name, Relation start, @Nullable EntityRef from, @Nullable EntityRef to) {
        if (name != null) {
            return isGone(name);
        }
        return from != null
                && to != null
                && between(start, renames.after(from), renames.after(to))
                        .findAny()
                        .isEmpty();
    }

    private boolean isGone(EntityRef ref) {
        return now.find(ref) == null;
    }

    /// The declared edges between two ends.
    private Stream<Entity> between(Relation start, EntityRef from, EntityRef to) {
        List<Entity> edges = new ArrayList<>();
        int number = now.indexOf(from);
        if (number >= 0) {
            now.forEachSource(number, start, edge -> {
                Declaration declaration = now.at(edge);
                if (declaration != null && ChangeResolver.isDeclaredTo(declaration.entity(), to)) {
                    edges.add(declaration.entity());
                }
            });
        }
        return edges.stream();
    }
}
