package dev.gatehouse.rules.drools;

import java.time.Duration;

/// What one rule may spend on one sheet.
///
/// @param firings how often it may fire: the limit that gives the same answer again
/// @param time how long the sheet may take: the stop behind it, which does not
record Budget(int firings, Duration time) {
    static final Budget DEFAULT = new Budget(10_000, Duration.ofSeconds(5));

    /// A sheet with many facts may give as many findings.
    Budget forFacts(long facts) {
        return new Budget((int) Math.min(Integer.MAX_VALUE, firings + 10 * facts), time);
    }
}
