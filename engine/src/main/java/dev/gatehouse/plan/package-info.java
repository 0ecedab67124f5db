/// Plans: steps in an order that is only partly fixed, and what comes of every order that is possible.
///
/// A [Plan][dev.gatehouse.plan.Plan] is judged before it runs:
/// every architecture that can exist on the way is decided on, with the same gates as single changes.
/// [PlanPreparation][dev.gatehouse.plan.PlanPreparation] makes the matter of that, and
/// [PlanEvaluator][dev.gatehouse.plan.PlanEvaluator] is a pure function of it and the judges;
/// [PlanRecord][dev.gatehouse.plan.PlanRecord] and [PlanEvidence][dev.gatehouse.plan.PlanEvidence] are what is kept, so
/// that the plan can be evaluated again.
@NullMarked
package dev.gatehouse.plan;

import org.jspecify.annotations.NullMarked;
