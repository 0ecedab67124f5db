package dev.gatehouse.client;

import org.jspecify.annotations.Nullable;

/// The server does not answer, or not in time. Whether it did what was asked is then unknown.
public final class ServerUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServerUnreachableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
