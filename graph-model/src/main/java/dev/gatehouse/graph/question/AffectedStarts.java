package dev.gatehouse.graph.question;

import dev.gatehouse.graph.Delta;
import dev.gatehouse.graph.EdgeKind;
import dev.gatehouse.graph.Positions;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Relation;
import dev.gatehouse.model.component.Deployment;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Walks from what a difference touches back to the starts whose paths can meet it, in both architectures.
final class AffectedStarts {
    private final PathQuestion question;
    private final Delta delta;
    private final @Nullable EntityRef environment;
    private final Set<EntityRef> starts = new TreeSet<>();

    AffectedStarts(PathQuestion question, Delta delta, @Nullable EntityRef environment) {
        this.question = question;
        this.delta = delta;
        this.environment = environment;
    }

    Set<EntityRef> among(Snapshot before, Snapshot after) {
        walk(before);
        walk(after);
        return starts;
    }

    private void walk(Snapshot snapshot) {
        View view = View.of(snapshot, environment, -1);
        Positions seeds = new Positions();
        Stream.concat(delta.puts().keySet().stream(), delta.removes().stream())
                .forEach(ref -> seed(snapshot, ref, seeds));
        Positions reached = new Positions();
        for (int i = 0; i < seeds.size(); i++) {
            reached.add(seeds.number(i));
        }
        for (int i = 0; i < reached.size(); i++) {
            int node = reached.number(i);
            note(snapshot, node);
            if (i < seeds.size() || question.leaves(view, node) != Truth.FALSE) {
                question.along().forEachPrevious(snapshot, node, (edge, other) -> {
                    if (question.passes(view, edge) != Truth.FALSE) {
                        reached.add(other);
                    }
                });
            }
        }
    }

    private void note(Snapshot snapshot, int node) {
        if (question.startsAt(snapshot, environment, node) != Truth.FALSE) {
            starts.add(View.of(snapshot, environment, node).ref(node));
        }
    }

    /// The nodes at which a path can meet what the difference names.
    private void seed(Snapshot snapshot, EntityRef ref, Positions seeds) {
        int number = snapshot.indexOf(ref);
        Declaration declaration = number < 0 ? null : snapshot.at(number);
        if (declaration == null) {
            return;
        }
        switch (ref.kind()) {
            case COMPONENT, API, RESOURCE, EXTERNAL -> seeds.add(number);
            case DEPENDENCY -> seedEdge(snapshot, number, EdgeKind.DEPENDENCY, seeds);
            case FLOW -> seedEdge(snapshot, number, EdgeKind.FLOW, seeds);
            case DEPLOYMENT -> {
                if (declaration.entity() instanceof Deployment deployment
                        && deployment.environment().equals(environment)) {
                    snapshot.forEachTarget(number, Relation.DEPLOYMENT_OF, seeds::add);
                }
            }
            case ENVIRONMENT -> {
                if (ref.equals(environment)) {
                    snapshot.forEachSource(
                            number,
                            Relation.DEPLOYED_IN,
                            deployment -> snapshot.forEachTarget(deployment, Relation.DEPLOYMENT_OF, seeds::add));
                }
            }
            default -> {}
        }
    }

    private void seedEdge(Snapshot snapshot, int edge, EdgeKind kind, Positions seeds) {
        if (kind == question.along().edges()) {
            boolean dependency = kind == EdgeKind.DEPENDENCY;
            snapshot.forEachTarget(edge, dependency ? Relation.DEPENDENCY_FROM : Relation.FLOW_FROM, seeds::add);
            snapshot.forEachTarget(edge, dependency ? Relation.DEPENDENCY_TO : Relation.FLOW_TO, seeds::add);
        }
    }
}
