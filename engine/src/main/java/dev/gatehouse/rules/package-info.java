/// Rules in DRL: the set of their texts with metadata and digests, and what they may say while they run.
///
/// Between the sheets and the findings. A [RuleSet][dev.gatehouse.rules.RuleSet] is read, checked and run by
/// `rules.drools`; [Report][dev.gatehouse.rules.Report] and [Parameter][dev.gatehouse.rules.Parameter] are public
/// language beside `facts`: renaming there breaks rules.
@NullMarked
package dev.gatehouse.rules;

import org.jspecify.annotations.NullMarked;
