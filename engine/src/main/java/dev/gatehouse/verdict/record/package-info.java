/// What is kept of a decision: the [DecisionRecord][dev.gatehouse.verdict.record.DecisionRecord], and the
/// [Evidence][dev.gatehouse.verdict.record.Evidence] that it names by digest, so that it can be decided again.
///
/// Records of other kinds share its [Envelope][dev.gatehouse.verdict.record.Envelope], and are kept in the same way.
///
/// Between the decider and whoever keeps records; [Records][dev.gatehouse.verdict.record.Records] is the port, its
/// leaves keep them as files and in the journal.
@NullMarked
package dev.gatehouse.verdict.record;

import org.jspecify.annotations.NullMarked;
