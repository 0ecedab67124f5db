package dev.gatehouse.policies;

import org.jspecify.annotations.Nullable;

/// A policy could not answer. The message names the policy, why it failed, and the likely cure. Whoever asked takes
/// it for a no.
public class NoAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoAnswerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
