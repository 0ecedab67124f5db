package dev.gatehouse.graph;

import org.jspecify.annotations.Nullable;

/// The store could not answer. The message names the store, what was asked of it, and the likely cure.
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
