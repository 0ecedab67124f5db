package dev.gatehouse.graph.question;

import dev.gatehouse.document.Document;
import dev.gatehouse.graph.Delta;
import dev.gatehouse.graph.EdgeKind;
import dev.gatehouse.graph.Edges;
import dev.gatehouse.graph.Need;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.EntityRef;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A question about paths that a rule asks for each start that it is about.
///
/// ```yaml
/// from: {kind: component, dataClassification: personal}
/// along: {edges: flow, direction: downstream, where: {carries: personal}}
/// to: {region: {not: $from.region}}
/// avoiding: {tags: [anonymised]}
/// through: {roles: gateway}
/// fold: {sum: latency}
/// ```
///
/// A pattern maps attributes to a value, a list (any of these), `{not: …}`, `{atLeast: …}`, `{atMost: …}` or
/// `{absent: true}`; all must hold. A collection equals a value that it contains, a map of its keys. `$from.x` is the
/// start's attribute. `avoiding` is about edges and about nodes between start and end; `through` wants one such node.
/// Dependencies that were only observed are followed where the pattern of edges names `observedAt`.
///
/// `fold: {sum: x}` finds the worst path to each end by the sum of an attribute of its nodes (start and end included)
/// or edges; `{product: x}` multiplies 1 + x, since retries count the attempts after the first.
public final class PathQuestion {
    private final Pattern from;
    private final Along along;
    private final Pattern to;
    private final Avoiding avoiding;
    private final @Nullable Pattern through;
    private final @Nullable Fold fold;

    PathQuestion(
            Pattern from, Along along, Pattern to, Avoiding avoiding, @Nullable Pattern through, @Nullable Fold fold) {
        this.from = from;
        this.along = along;
        this.to = to;
        this.avoiding = avoiding;
        this.through = through;
        this.fold = fold;
    }

    /// Reads a `path.yaml`.
    ///
    /// @throws dev.gatehouse.document.InvalidInputException naming every mistake in it
    public static PathQuestion read(Document document) {
        return new PathQuestionReader(document).read();
    }

    /// Whether the question is about paths that start at the entity with that number.
    ///
    /// @param environment whose deployments say what the components are like; null asks the components alone
    public Truth startsAt(Snapshot snapshot, @Nullable EntityRef environment, int node) {
        return from.matches(View.of(snapshot, environment, node), node);
    }

    /// The ends that paths from there lead to, one answer each, sorted by end. The question must be about the start
    /// ([#startsAt]); where that is unknown every answer says so.
    public List<Answer> answers(Snapshot snapshot, @Nullable EntityRef environment, int from) {
        View view = View.of(snapshot, environment, from);
        return fold == null ? new Walk(this, view).answers() : new FoldedWalk(this, view, fold).answers();
    }

    /// The starts, before or after, whose answers the difference can change. Costs what stands upstream of it.
    public Set<EntityRef> affectedFroms(Snapshot before, Snapshot after, Delta delta, @Nullable EntityRef environment) {
        return new AffectedStarts(this, delta, environment).among(before, after);
    }

    Pattern from() {
        return from;
    }

    Pattern to() {
        return to;
    }

    Along along() {
        return along;
    }

    /// Whether a path may leave that node, other than the start.
    Truth leaves(View view, int node) {
        return avoiding.passesNode(view, node);
    }

    /// Whether having passed that node is enough for `through`.
    Truth through(View view, int node) {
        return through == null ? Truth.TRUE : through.matches(view, node);
    }

    boolean hasThrough() {
        return through != null;
    }

    /// Adds what must be known to say whether a path may go on from that node.
    void explainNode(View view, int node, boolean explainThrough, Set<Unknown> unknown) {
        if (avoiding.nodes() != null) {
            avoiding.nodes().explain(view, node, unknown);
        }
        if (through != null && explainThrough) {
            through.explain(view, node, unknown);
        }
    }

    /// Adds what must be known to say whether a path may use that edge.
    void explainEdge(View view, int edge, Set<Unknown> unknown) {
        along.where().explain(view, edge, unknown);
        if (avoiding.edges() != null) {
            avoiding.edges().explain(view, edge, unknown);
        }
    }

    /// Whether a path may use that edge.
    Truth passes(View view, int edge) {
        if (along.skipsObserved() && view.snapshot().need(edge) == Need.OBSERVED) {
            return Truth.FALSE;
        }
        return along.where().matches(view, edge).and(avoiding.passesEdge(view, edge));
    }

    /// Which edges, and which way.
    record Along(EdgeKind edges, boolean downstream, Pattern where) {
        boolean skipsObserved() {
            return edges == EdgeKind.DEPENDENCY
                    && where.conditions().stream()
                            .noneMatch(condition -> condition.attribute().name().equals("observedAt"));
        }

        /// Calls back for each edge by which a path goes on from the node.
        void forEachNext(Snapshot snapshot, int node, Edges.EdgeVisitor visitor) {
            if (downstream) {
                snapshot.edges(edges).forEachOut(node, visitor);
            } else {
                snapshot.edges(edges).forEachIn(node, visitor);
            }
        }

        /// Calls back for each edge by which a path comes to the node.
        void forEachPrevious(Snapshot snapshot, int node, Edges.EdgeVisitor visitor) {
            if (downstream) {
                snapshot.edges(edges).forEachIn(node, visitor);
            } else {
                snapshot.edges(edges).forEachOut(node, visitor);
            }
        }
    }

    /// What is not passed; null where the pattern asks for an attribute that nodes, or edges, do not have.
    record Avoiding(@Nullable Pattern nodes, @Nullable Pattern edges) {
        static final Avoiding NOTHING = new Avoiding(null, null);

        Truth passesNode(View view, int node) {
            return nodes == null ? Truth.TRUE : nodes.matches(view, node).not();
        }

        Truth passesEdge(View view, int edge) {
            return edges == null ? Truth.TRUE : edges.matches(view, edge).not();
        }
    }

    /// A measure over a path.
    record Fold(Attribute attribute, boolean ofNodes, boolean product) {}
}
