package dev.gatehouse.rest.problem;

import dev.gatehouse.document.Sizes;

/// The body has more bytes than are taken.
public final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param limit in bytes
    public TooLargeException(long limit) {
        super("The body has more than " + limit / (1024 * 1024) + " MiB. Files in it: " + Sizes.SPLIT_SOURCE);
    }
}
