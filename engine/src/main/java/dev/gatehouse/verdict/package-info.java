/// From findings to a verdict: gates say which findings matter, waivers and approvals what is accepted.
///
/// [Decider][dev.gatehouse.verdict.Decider] is a pure function of a [Matter][dev.gatehouse.verdict.Matter] and the
/// judges. Between the judges and whoever asked; plans and executions ask here too.
@NullMarked
package dev.gatehouse.verdict;

import org.jspecify.annotations.NullMarked;
