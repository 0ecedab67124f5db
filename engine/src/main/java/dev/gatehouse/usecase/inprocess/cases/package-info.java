/// Cases of rules: reads their documents, runs each through the stages that a decision takes, and compares.
///
/// Beside the use cases; `TestRulesHere` hands rules and cases in.
@NullMarked
package dev.gatehouse.usecase.inprocess.cases;

import org.jspecify.annotations.NullMarked;
