package dev.gatehouse.cli;

import dev.gatehouse.verdict.Verdict;

/// What the process says to whoever started it.
public final class ExitCode {
    public static final int OK = 0;
    public static final int DENIED = 1;
    public static final int UNDECIDED = 2;
    public static final int FAILED = 3;
    public static final int REFUSED = 4;
    public static final int WRONG_INPUT = 64;
    public static final int LACKING = 69;

    private ExitCode() {}

    /// @param failOnWarn whether a warning already fails
    static int of(Verdict verdict, boolean failOnWarn) {
        return switch (verdict) {
            case ALLOW -> OK;
            case WARN -> failOnWarn ? DENIED : OK;
            case DENY -> DENIED;
            case NEEDS_APPROVAL, INCONCLUSIVE -> UNDECIDED;
            case ERROR -> FAILED;
        };
    }
}
