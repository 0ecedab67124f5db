package dev.gatehouse.usecase;

import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.verdict.DecisionRecord;

/// Looks decisions up.
public interface Decisions {
    /// The record with that id.
    ///
    /// @throws dev.gatehouse.document.InvalidInputException when there is none
    DecisionRecord find(Actor actor, String decisionId);
}
