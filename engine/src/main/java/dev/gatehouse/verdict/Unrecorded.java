package dev.gatehouse.verdict;

import dev.gatehouse.facts.assembly.RuleInterests;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.model.EntityRef;
import java.util.List;
import java.util.Set;

/// Compares what a rule looks at with what the sheets were drawn for. They differ where a matter that was kept is
/// judged by other rules: what was not asked for then cannot be told from what was not there.
final class Unrecorded {
    private final Matter matter;

    Unrecorded(Matter matter) {
        this.matter = matter;
    }

    /// What the rule would look at and the sheets do not hold; empty where it can be asked.
    List<Unknown> of(Rule rule, RuleInterests.Interest interest) {
        if (rule.subject() == SubjectKind.ARTIFACT
                && matter.change().artifacts().stream().noneMatch(rule::isAbout)) {
            return List.of();
        }
        if (!matter.interests().holdsKind(interest)) {
            return List.of(unknown(rule, "any " + rule.subject().word()));
        }
        Set<PartName> lacking = matter.interests().lacking(interest);
        if (!isAnswered(rule)) {
            lacking.add(PartName.PATHS);
        }
        return rule.needs().stream()
                .filter(need -> lacking.contains(need.part()))
                .map(need -> unknown(rule, need.toString()))
                .distinct()
                .toList();
    }

    private boolean isAnswered(Rule rule) {
        return rule.question() == null
                || rule.question().equals(matter.interests().questions().get(rule.id()));
    }

    private Unknown unknown(Rule rule, String what) {
        EntityRef change = matter.change().ref();
        return new Unknown(rule.id(), change, change, what, Unknown.Why.UNRECORDED, !rule.shadow(), rule.shadow());
    }
}
