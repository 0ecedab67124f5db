package dev.gatehouse.usecase;

import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Texts;
import dev.gatehouse.verdict.record.RecordKind;

/// There is no record with the id that a caller names.
public final class UnknownRecordException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    public UnknownRecordException(RecordKind<?> kind, String id) {
        super(
                "There is no " + kind.word() + " '" + Texts.brief(id) + "'",
                "the id stands in the " + kind.word() + "'s answer, and in the file name of its record");
    }
}
