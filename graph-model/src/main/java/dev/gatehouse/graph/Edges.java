package dev.gatehouse.graph;

/// Directed edges between entity numbers. The edge's own number is that of the dependency or flow that declares it. The
/// order of the edges of a node is not set: what must not depend on it is ordered by reference.
public interface Edges {
    /// Calls back for each edge that starts at the node.
    void forEachOut(int node, EdgeVisitor visitor);

    /// Calls back for each edge that ends at the node.
    void forEachIn(int node, EdgeVisitor visitor);

    /// Whether one of the edges that start at the node passes the test; those after the first one are not looked at.
    boolean anyOut(int node, EdgeTest test);

    /// How many edges start at the node.
    int outDegree(int node);

    /// How many edges end at the node.
    int inDegree(int node);

    /// No edge starts at a node with a smaller number.
    int firstStart();

    /// No edge starts at a node with a larger number; -1 where there is no edge.
    int lastStart();

    /// Receives edges.
    @FunctionalInterface
    interface EdgeVisitor {
        /// @param edge number of the dependency or flow
        /// @param other number of the node at the other end
        void edge(int edge, int other);
    }

    /// Asks about an edge.
    @FunctionalInterface
    interface EdgeTest {
        /// @param edge number of the dependency or flow
        /// @param other number of the node at the other end
        boolean passes(int edge, int other);
    }
}
