/// Drools: reads rules from DRL, compiles them to the executable model, checks them, and judges sheets by them.
///
/// [RuleReader][dev.gatehouse.rules.drools.RuleReader] gives the set with its metadata,
/// [Lint][dev.gatehouse.rules.drools.Lint] says what is wrong with it,
/// [DroolsJudge][dev.gatehouse.rules.drools.DroolsJudge] runs what is right.
@NullMarked
package dev.gatehouse.rules.drools;

import org.jspecify.annotations.NullMarked;
