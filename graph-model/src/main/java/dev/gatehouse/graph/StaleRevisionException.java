package dev.gatehouse.graph;

/// Somebody else wrote first; read again and try once more. Nothing was written.
public final class StaleRevisionException extends StoreException {
    private static final long serialVersionUID = 1L;

    public StaleRevisionException(long expected, long actual) {
        super("Expected to follow " + expected + ", but the newest is " + actual, null);
    }
}
