/// What rules and policies say: a [Judge][dev.gatehouse.findings.Judge] answers
/// [Question][dev.gatehouse.findings.Question]s about fact sheets with [Judgement][dev.gatehouse.findings.Judgement]s,
/// whose [Finding][dev.gatehouse.findings.Finding]s are compared before and after a change.
///
/// Between the sheets and the verdict. `rules.drools` and `policies.opa` are the judges; neither knows the other.
@NullMarked
package dev.gatehouse.findings;

import org.jspecify.annotations.NullMarked;
