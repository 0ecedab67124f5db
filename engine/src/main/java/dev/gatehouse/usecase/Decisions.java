package dev.gatehouse.usecase;

import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.verdict.record.DecisionRecord;
import dev.gatehouse.verdict.record.KeptRecord;

/// Looks decisions up.
public interface Decisions {
    /// The record with that id.
    ///
    /// @throws dev.gatehouse.document.InvalidInputException when there is none
    DecisionRecord find(Actor actor, String decisionId);

    /// The same with everything that deciding again takes: sheets, rules, policies, gates.
    ///
    /// @throws dev.gatehouse.document.InvalidInputException when there is none, or a part of it is gone
    KeptRecord export(Actor actor, String decisionId);
}
