package dev.gatehouse.graph.neo4j;

import dev.gatehouse.graph.StoreException;

/// Another process has the data of our own server served. The message names it.
public final class InUseException extends StoreException {
    private static final long serialVersionUID = 1L;

    InUseException(String message) {
        super(message, null);
    }
}
