package dev.gatehouse.graph.memory;

import dev.gatehouse.graph.Blobs;
import dev.gatehouse.graph.BlobsContract;

class MemoryBlobsTest extends BlobsContract {
    @Override
    protected Blobs emptyBlobs() {
        return new MemoryBlobs();
    }
}
