package dev.gatehouse.graph.neo4j;

import dev.gatehouse.graph.Blobs;
import dev.gatehouse.graph.BlobsContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

class Neo4jBlobsOnGraphServerTest extends BlobsContract {
    private @Nullable Neo4jStore store;

    @Override
    protected Blobs emptyBlobs() throws Exception {
        Neo4jStore opened = Databases.Server.emptyStore();
        store = opened;
        return opened.blobs();
    }

    @AfterEach
    void end() {
        if (store != null) {
            store.close();
        }
    }
}
