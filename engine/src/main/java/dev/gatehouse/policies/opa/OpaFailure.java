package dev.gatehouse.policies.opa;

/// OPA gave no usable answer.
final class OpaFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    OpaFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    /// What went wrong.
    enum Kind {
        /// A policy cannot be evaluated with that input.
        REFUSED,
        /// It took too long, or said too much.
        SLOW,
        /// The answer is not what was asked for.
        NONSENSE,
        /// Nobody is there, or no longer.
        GONE,
        /// It does not start, hangs, or runs other policies than it should: nothing else is worth asking.
        UNUSABLE
    }
}
