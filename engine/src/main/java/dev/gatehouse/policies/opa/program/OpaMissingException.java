package dev.gatehouse.policies.opa.program;

/// There is no usable OPA. The message says where it was looked for and how to get it.
public final class OpaMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OpaMissingException(String message) {
        super(message);
    }
}
