package dev.gatehouse.graph;

/// Edges in sparse arrays: the edges and the nodes of a row stand at the same positions.
record SparseEdges(SparseArray outEdges, SparseArray outNodes, SparseArray inEdges, SparseArray inNodes)
        implements Edges {
    /// @param edges the number of each edge
    /// @param starts the node that each edge starts at
    /// @param ends the node that each edge ends at
    static SparseEdges of(int[] edges, int[] starts, int[] ends) {
        return new SparseEdges(
                SparseArray.of(starts, edges),
                SparseArray.of(starts, ends),
                SparseArray.of(ends, edges),
                SparseArray.of(ends, starts));
    }

    @Override
    public void forEachOut(int node, EdgeVisitor visitor) {
        visit(outEdges, outNodes, node, visitor);
    }

    @Override
    public void forEachIn(int node, EdgeVisitor visitor) {
        visit(inEdges, inNodes, node, visitor);
    }

    private static void visit(SparseArray edges, SparseArray nodes, int node, EdgeVisitor visitor) {
        int end = edges.end(node);
        for (int i = edges.start(node); i < end; i++) {
            visitor.edge(edges.value(i), nodes.value(i));
        }
    }

    @Override
    public boolean anyOut(int node, EdgeTest test) {
        int end = outEdges.end(node);
        for (int i = outEdges.start(node); i < end; i++) {
            if (test.passes(outEdges.value(i), outNodes.value(i))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int firstStart() {
        return outEdges.first();
    }

    @Override
    public int lastStart() {
        return outEdges.last();
    }

    @Override
    public int outDegree(int node) {
        return outEdges.count(node);
    }

    @Override
    public int inDegree(int node) {
        return inEdges.count(node);
    }
}
