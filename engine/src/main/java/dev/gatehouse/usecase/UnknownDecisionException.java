package dev.gatehouse.usecase;

import dev.gatehouse.document.InvalidInputException;

/// There is no decision with the id that a caller names.
public final class UnknownDecisionException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    public UnknownDecisionException(String decisionId) {
        super(
                "There is no decision '" + decisionId + "'",
                "the id stands in the decision's answer, and in the file name of its record");
    }
}
