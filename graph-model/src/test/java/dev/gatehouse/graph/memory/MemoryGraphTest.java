package dev.gatehouse.graph.memory;

import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.GraphContract;

class MemoryGraphTest extends GraphContract {
    @Override
    protected Graph emptyGraph() {
        return new MemoryGraph();
    }
}
