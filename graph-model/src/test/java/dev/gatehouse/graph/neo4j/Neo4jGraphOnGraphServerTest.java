package dev.gatehouse.graph.neo4j;

import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.GraphContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

class Neo4jGraphOnGraphServerTest extends GraphContract {
    private @Nullable Neo4jStore store;

    @Override
    protected Graph emptyGraph() throws Exception {
        Neo4jStore opened = Databases.Server.emptyStore();
        store = opened;
        return opened.graph();
    }

    @AfterEach
    void end() {
        if (store != null) {
            store.close();
        }
    }
}
