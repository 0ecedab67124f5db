package dev.gatehouse.rules;

import dev.gatehouse.facts.Citable;
import dev.gatehouse.findings.Severity;

/// What a rule may say about the sheet's subject: the global `findings` of every rule.
///
/// Saying the same twice counts once, so a rule may fire more than once for the same reason.
public interface Report {
    /// A finding of the rule's own severity. Edges become the hops of its path; circles, paths, critical paths
    /// and compositions bring theirs (a composition that of its weakest term). Citations are the values shown
    /// beside it; a measure makes it comparable with the same finding earlier.
    ///
    /// @param message one sentence with the names and values
    void report(String message, Citable... evidence);

    /// A finding of another severity than the rule's own.
    void report(Severity severity, String message, Citable... evidence);

    /// Adds to the rule's score of the subject.
    ///
    /// @param name of the part
    /// @param points which sum up to the score, capped at 0 and 100
    /// @param because one clause that says what gives the points
    void contribute(String name, Number points, String because);
}
