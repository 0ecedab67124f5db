package dev.gatehouse.usecase.inprocess;

import dev.gatehouse.usecase.UnknownRecordException;
import dev.gatehouse.verdict.record.Envelope;
import dev.gatehouse.verdict.record.RecordKind;
import dev.gatehouse.verdict.record.Records;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds records, or says that there is none. What cannot be an id is never looked for: records may be files.
public final class RecordLookup {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private RecordLookup() {}

    public static <R extends Envelope> R find(Records<R> records, RecordKind<R> kind, String id) {
        return Optional.of(id)
                .filter(text -> ID.matcher(text).matches())
                .flatMap(records::find)
                .orElseThrow(() -> new UnknownRecordException(kind, id));
    }
}
