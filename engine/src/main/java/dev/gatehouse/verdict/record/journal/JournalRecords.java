package dev.gatehouse.verdict.record.journal;

import dev.gatehouse.document.Digest;
import dev.gatehouse.document.Json;
import dev.gatehouse.graph.Blobs;
import dev.gatehouse.graph.Journal;
import dev.gatehouse.verdict.record.DecisionRecord;
import dev.gatehouse.verdict.record.Records;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps each decision in a stream of its own, after its contents.
public final class JournalRecords implements Records {
    private static final String STREAM = "decision/";
    private static final String TYPE = "decided";

    private final Journal journal;
    private final Blobs blobs;

    public JournalRecords(Journal journal, Blobs blobs) {
        this.journal = journal;
        this.blobs = blobs;
    }

    @Override
    public void keep(DecisionRecord decision, Map<Digest, byte[]> contents) {
        blobs.put(contents.values());
        Journal.Entry entry = new Journal.Entry(TYPE, decision.decidedAt(), Json.write(decision));
        journal.append(STREAM + decision.decisionId(), 0, 0, List.of(entry));
    }

    @Override
    public Optional<DecisionRecord> find(String decisionId) {
        return journal.read(STREAM + decisionId, 0, 1).stream()
                .findFirst()
                .map(sequenced -> Json.read(sequenced.entry().json(), DecisionRecord.class));
    }

    @Override
    public Map<Digest, byte[]> contents(List<Digest> digests) {
        return blobs.get(digests);
    }
}
