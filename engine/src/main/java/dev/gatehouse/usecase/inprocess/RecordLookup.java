package dev.gatehouse.usecase.inprocess;

import dev.gatehouse.usecase.UnknownDecisionException;
import dev.gatehouse.verdict.record.DecisionRecord;
import dev.gatehouse.verdict.record.Records;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds records, or says that there is none. What cannot be an id is never looked for: records may be files.
public final class RecordLookup {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private RecordLookup() {}

    public static DecisionRecord find(Records records, String decisionId) {
        return Optional.of(decisionId)
                .filter(id -> ID.matcher(id).matches())
                .flatMap(records::find)
                .orElseThrow(() -> new UnknownDecisionException(decisionId));
    }
}
