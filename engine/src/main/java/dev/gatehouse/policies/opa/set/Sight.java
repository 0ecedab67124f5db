package dev.gatehouse.policies.opa.set;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.policies.PolicySet;
import dev.gatehouse.policies.opa.program.OpaBinary;
import dev.gatehouse.policies.opa.program.OpaCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What policies can see of their input: a condition on what is never there would silently never hold.
final class Sight {
    /// Who has a change judged, what it is, and when: on its own sheet only.
    private static final Set<String> BESIDE_A_CHANGE = Set.of("actor", "change", "time");

    private static final Set<PartName> OF_A_CHANGE =
            EnumSet.of(PartName.PROPOSAL, PartName.TOUCHED, PartName.LOWERED, PartName.BLAST, PartName.IN_FLIGHT);

    private Sight() {}

    /// Each look of a policy about a kind of subject at what no sheet of that kind holds. What an artifact holds is not
    /// known.
    static List<Diagnostic> check(OpaBinary opa, PolicySet set) {
        List<Diagnostic> found = new ArrayList<>();
        set.rules().stream()
                .filter(rule -> rule.subject() != SubjectKind.ARTIFACT)
                .collect(Collectors.groupingBy(Rule::subject, TreeMap::new, Collectors.toList()))
                .forEach((kind, rules) -> found.addAll(check(opa, set, kind, rules)));
        return found;
    }

    private static List<Diagnostic> check(OpaBinary opa, PolicySet set, SubjectKind kind, List<Rule> rules) {
        Set<String> files = rules.stream().map(Rule::file).collect(Collectors.toSet());
        Set<String> keys = keys(kind);
        return OpaCheck.unseen(opa, set.texts(), keys).stream()
                .filter(unseen -> files.contains(unseen.at().file()))
                .map(unseen -> Diagnostic.error(
                        unseen.at(),
                        "A policy about a " + kind.word() + " never sees input." + unseen.key()
                                + ", so this never holds",
                        cure(unseen.key(), keys)))
                .toList();
    }

    private static String cure(String key, Set<String> keys) {
        return BESIDE_A_CHANGE.contains(key)
                        || OF_A_CHANGE.stream().anyMatch(part -> part.word().equals(key))
                ? "it stands on the sheet of the change: ask it in a policy with subject: change"
                : Nearest.cure(key, keys, "known are " + String.join(", ", keys));
    }

    private static Set<String> keys(SubjectKind kind) {
        Set<String> keys = new TreeSet<>(Set.of("ref", "kind", "environment"));
        Arrays.stream(PartName.values())
                .filter(part -> kind == SubjectKind.CHANGE || !OF_A_CHANGE.contains(part))
                .map(PartName::word)
                .forEach(keys::add);
        if (kind == SubjectKind.CHANGE) {
            keys.addAll(BESIDE_A_CHANGE);
        }
        return keys;
    }
}
