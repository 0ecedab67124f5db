package dev.gatehouse.graph;

/// Directed edges between entity numbers. The edge's own number is that of the dependency or flow that declares it. The
/// order of the edges of a node is not set: what must not depend on it is ordered by reference.
public interface Edges {
    /// Calls back for each edge that starts at the node.
    void forEachOut(int node, EdgeVisitor visitor);

    /// Calls back for each edge that ends at the node.
    void forEachIn(int node, EdgeVisitor visitor);

    /// How many edges start at the node.
    int outDegree(int node);

    /// How many edges end at the node.
    int inDegree(int node);

    /// Receives edges.
    @FunctionalInterface
    interface EdgeVisitor {
        /// @param edge number of the dependency or flow
        /// @param other number of the node at the other end
        void edge(int edge, int other);
    }
}
