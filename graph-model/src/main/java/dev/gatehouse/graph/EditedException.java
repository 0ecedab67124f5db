package dev.gatehouse.graph;

/// The store holds what Gatehouse did not write. [Graph#restore] undoes it.
public final class EditedException extends StoreException {
    private static final long serialVersionUID = 1L;

    public EditedException(String message) {
        super(message, null);
    }
}
