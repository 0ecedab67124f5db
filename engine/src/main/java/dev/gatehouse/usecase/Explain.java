package dev.gatehouse.usecase;

import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Approval;
import dev.gatehouse.verdict.Verdict;
import dev.gatehouse.verdict.record.DecisionRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says in words why a decision came out as it did, and what would turn it green.
public interface Explain {
    /// @param fix try the usual fixes, and tell those that turned a finding off when decided again
    Explanation run(Actor actor, String decisionId, boolean fix);

    /// @param rules title, why and remediation of each rule that was asked, as they read now
    /// @param fixes proven ones only
    /// @param approval that was given since and holds now; null where there is none
    record Explanation(
            DecisionRecord decision,
            List<RuleNote> rules,
            List<Fix> fixes,
            @Nullable Approval approval) {
        public Explanation {
            rules = List.copyOf(rules);
            fixes = List.copyOf(fixes);
        }
    }

    /// What a rule says of itself.
    record RuleNote(String ruleId, String title, String why, String remediation, List<ControlNote> controls) {
        public RuleNote {
            controls = List.copyOf(controls);
        }
    }

    /// A demand of a standard that a rule serves.
    ///
    /// @param name by which the rule names it
    /// @param framework the standard, null as what follows where no such control is declared
    /// @param id its number there
    record ControlNote(
            String name,
            @Nullable String framework,
            @Nullable String id,
            @Nullable String title) {
        /// What nobody declares.
        public static ControlNote unknown(String name) {
            return new ControlNote(name, null, null, null);
        }

        /// Standard and number, `SOC 2 CC8.1`; the name where they are not known.
        public String words() {
            return framework == null ? name : framework + " " + id;
        }
    }

    /// An operation that turned a finding off when the change was decided again with it.
    ///
    /// @param finding key of the finding
    /// @param operation as it would stand among those of the change: `set: {component: dispensing, replicas: 2}`
    /// @param verdict of the whole then
    record Fix(String finding, String operation, Verdict verdict) {}
}
