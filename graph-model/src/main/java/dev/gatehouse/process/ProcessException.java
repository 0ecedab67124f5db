package dev.gatehouse.process;

import org.jspecify.annotations.Nullable;

/// A child process did not start, ended before its time, or was not ready in time. The message ends with the last
/// lines that it wrote to its standard error.
public final class ProcessException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProcessException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
