package dev.gatehouse.usecase.inprocess.decision;

import dev.gatehouse.access.Access;
import dev.gatehouse.document.Digest;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.plan.PlanEvidence;
import dev.gatehouse.plan.PlanRecord;
import dev.gatehouse.usecase.Lookup;
import dev.gatehouse.usecase.inprocess.RecordLookup;
import dev.gatehouse.verdict.record.Contents;
import dev.gatehouse.verdict.record.DecisionRecord;
import dev.gatehouse.verdict.record.Envelope;
import dev.gatehouse.verdict.record.Evidence;
import dev.gatehouse.verdict.record.KeptRecord;
import dev.gatehouse.verdict.record.RecordKind;
import dev.gatehouse.verdict.record.Records;
import java.util.Map;
import java.util.function.BiFunction;

/// Looks records up where they are kept.
public final class LookupHere<R extends Envelope> implements Lookup<R> {
    private final Access access;
    private final String action;
    private final Records<R> records;
    private final RecordKind<R> kind;
    private final BiFunction<Digest, Contents, Map<Digest, byte[]>> evidence;

    private LookupHere(
            Access access,
            String action,
            Records<R> records,
            RecordKind<R> kind,
            BiFunction<Digest, Contents, Map<Digest, byte[]>> evidence) {
        this.access = access;
        this.action = action;
        this.records = records;
        this.kind = kind;
        this.evidence = evidence;
    }

    public static Lookup<DecisionRecord> decisions(Access access, Records<DecisionRecord> records) {
        return new LookupHere<>(access, "decision:read", records, DecisionRecord.KIND, Evidence::contents);
    }

    public static Lookup<PlanRecord> evaluations(Access access, Records<PlanRecord> records) {
        return new LookupHere<>(access, "plan:read", records, PlanRecord.KIND, PlanEvidence::contents);
    }

    @Override
    public R find(Actor actor, String id) {
        access.require(actor, action, id);
        return RecordLookup.find(records, kind, id);
    }

    @Override
    public KeptRecord<R> export(Actor actor, String id) {
        R envelope = find(actor, id);
        return KeptRecord.of(envelope, evidence.apply(new Digest(envelope.matter()), records));
    }
}
