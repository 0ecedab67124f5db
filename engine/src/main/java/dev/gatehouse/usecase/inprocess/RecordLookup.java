package dev.gatehouse.usecase.inprocess;

import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.verdict.DecisionRecord;
import dev.gatehouse.verdict.Records;

/// Finds records, or says that there is none.
final class RecordLookup {
    private RecordLookup() {}

    static DecisionRecord find(Records records, String decisionId) {
        return records.find(decisionId)
                .orElseThrow(() -> new InvalidInputException(
                        "There is no decision '" + decisionId + "'",
                        "the id stands in the answer of check, and in the file name of its record"));
    }
}
