package dev.gatehouse.rules.drools;

import org.kie.api.runtime.KieRuntime;
import org.kie.api.runtime.rule.ConsequenceExceptionHandler;
import org.kie.api.runtime.rule.Match;
import org.kie.api.runtime.rule.RuleRuntime;

/// Why a rule could not be judged, in words.
final class Failure {
    /// Stands in the reason where judging the same again may end differently.
    static final String NOT_REPLAYABLE = "not replayable";

    private Failure() {}

    static String inConsequence(Throwable thrown) {
        return "its consequence failed: " + plain(thrown);
    }

    static String inCondition(Throwable thrown) {
        return "a condition of it failed: " + plain(thrown);
    }

    static String late(Budget budget) {
        return "it took longer than " + budget.time().toMillis() + " ms on one sheet (" + NOT_REPLAYABLE + ")";
    }

    private static String plain(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null
                ? root.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    /// Lets the other rules go on when a consequence throws. Drools makes one by its name.
    public static final class Handler implements ConsequenceExceptionHandler {
        @Override
        public void handleException(Match match, RuleRuntime runtime, Exception exception) {
            ((RuleReport) ((KieRuntime) runtime).getGlobal(RuleReport.GLOBAL)).fail(inConsequence(exception));
        }
    }
}
