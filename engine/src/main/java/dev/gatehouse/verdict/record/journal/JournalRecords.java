package dev.gatehouse.verdict.record.journal;

import dev.gatehouse.document.Digest;
import dev.gatehouse.document.Json;
import dev.gatehouse.graph.Blobs;
import dev.gatehouse.graph.Journal;
import dev.gatehouse.verdict.record.Envelope;
import dev.gatehouse.verdict.record.RecordKind;
import dev.gatehouse.verdict.record.Records;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps each record in a stream of its own, named after its kind and id, after its contents.
public final class JournalRecords<R extends Envelope> implements Records<R> {
    private static final String TYPE = "decided";

    private final Journal journal;
    private final Blobs blobs;
    private final RecordKind<R> kind;

    public JournalRecords(Journal journal, Blobs blobs, RecordKind<R> kind) {
        this.journal = journal;
        this.blobs = blobs;
        this.kind = kind;
    }

    @Override
    public void keep(R envelope, Map<Digest, byte[]> contents) {
        blobs.put(contents.values());
        Journal.Entry entry = new Journal.Entry(TYPE, envelope.decidedAt(), Json.write(envelope));
        journal.append(stream(envelope.id()), 0, 0, List.of(entry));
    }

    @Override
    public Optional<R> find(String id) {
        return journal.read(stream(id), 0, 1).stream().findFirst().map(sequenced -> sequenced.value(kind.type()));
    }

    private String stream(String id) {
        return kind.stream() + "/" + id;
    }

    @Override
    public Map<Digest, byte[]> contents(List<Digest> digests) {
        return blobs.get(digests);
    }
}
