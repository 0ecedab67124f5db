package dev.gatehouse.access;

/// The actor may not do that, or could not be judged. The message says why and what would help.
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefusedException(String message) {
        super(message);
    }
}
