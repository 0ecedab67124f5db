package dev.gatehouse.usecase.inprocess;

import dev.gatehouse.usecase.UnknownRecordException;
import dev.gatehouse.verdict.record.Envelope;
import dev.gatehouse.verdict.record.RecordKind;
import dev.gatehouse.verdict.record.Records;
import java.util.Optional;

/// Finds records, or says that there is none.
public final class RecordLookup {
    private RecordLookup() {}

    public static <R extends Envelope> R find(Records<R> records, RecordKind<R> kind, String id) {
        return Optional.of(id)
                .filter(RecordKind::isId)
                .flatMap(records::find)
                .orElseThrow(() -> new UnknownRecordException(kind, id));
    }
}
