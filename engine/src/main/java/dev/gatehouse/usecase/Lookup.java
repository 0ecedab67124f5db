package dev.gatehouse.usecase;

import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.verdict.record.Envelope;
import dev.gatehouse.verdict.record.KeptRecord;

/// Looks records of one kind up.
public interface Lookup<R extends Envelope> {
    /// The record with that id.
    ///
    /// @throws UnknownRecordException when there is none
    R find(Actor actor, String id);

    /// The same with everything that answering again takes: sheets, rules, policies, gates.
    ///
    /// @throws dev.gatehouse.document.InvalidInputException when there is none, or a part of it is gone
    KeptRecord<R> export(Actor actor, String id);
}
