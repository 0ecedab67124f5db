package dev.gatehouse.client;

/// The server failed at what was asked. The message has the id under which its log tells more.
public final class ServerFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServerFailedException(String message) {
        super(message);
    }
}
