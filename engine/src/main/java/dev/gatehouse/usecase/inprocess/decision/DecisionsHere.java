package dev.gatehouse.usecase.inprocess.decision;

import dev.gatehouse.access.Access;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.usecase.Decisions;
import dev.gatehouse.usecase.inprocess.RecordLookup;
import dev.gatehouse.verdict.record.DecisionRecord;
import dev.gatehouse.verdict.record.Evidence;
import dev.gatehouse.verdict.record.KeptRecord;
import dev.gatehouse.verdict.record.Records;

/// Looks decisions up in the records.
public final class DecisionsHere implements Decisions {
    private final Access access;
    private final Records records;

    public DecisionsHere(Access access, Records records) {
        this.access = access;
        this.records = records;
    }

    @Override
    public DecisionRecord find(Actor actor, String decisionId) {
        access.require(actor, "decision:read", decisionId);
        return RecordLookup.find(records, decisionId);
    }

    @Override
    public KeptRecord export(Actor actor, String decisionId) {
        return Evidence.export(find(actor, decisionId), records);
    }
}
