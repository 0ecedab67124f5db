package dev.gatehouse.server;

/// Another process serves the same data.
final class HeldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HeldException(String message) {
        super(message);
    }
}
