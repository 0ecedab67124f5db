package dev.gatehouse.graph;

/// Somebody else wrote first; read again and try once more. Nothing was written.
public final class StaleRevisionException extends StoreException {
    private static final long serialVersionUID = 1L;

    private StaleRevisionException(String message) {
        super(message, null);
    }

    public StaleRevisionException(long expected, long actual) {
        this("Expected to follow " + expected + ", but the newest is " + actual);
    }

    /// As another Gatehouse told it.
    public static StaleRevisionException told(String message) {
        return new StaleRevisionException(message);
    }

    /// A writer that was replaced by one with a larger fence.
    public static StaleRevisionException fenced(String stream, long fence, long newest) {
        return new StaleRevisionException(
                "Stream '" + stream + "' has a newer writer: its fence is " + newest + ", this one's is " + fence);
    }
}
