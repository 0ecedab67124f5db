package dev.gatehouse.cli;

import dev.gatehouse.verdict.Verdict;

/// What the process says to whoever started it.
public final class ExitCode {
    /// Allowed, or warned of; answered.
    public static final int OK = 0;

    /// Denied; tests or lint with failures, a replay that differs.
    public static final int DENIED = 1;

    /// Needs an approval, or inconclusive.
    public static final int UNDECIDED = 2;

    /// An error while judging, or a failure that nobody expected.
    public static final int FAILED = 3;

    /// The server cannot be reached, or does not let the caller.
    public static final int REFUSED = 4;

    /// Wrong usage or input: sysexits.h calls it EX_USAGE.
    public static final int WRONG_INPUT = 64;

    /// What is needed is not there: sysexits.h calls it EX_UNAVAILABLE.
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
