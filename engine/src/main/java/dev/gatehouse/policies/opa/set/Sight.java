package dev.gatehouse.policies.opa.set;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.findings.Need;
import dev.gatehouse.findings.NeedCheck;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.policies.Policy;
import dev.gatehouse.policies.PolicySet;
import dev.gatehouse.policies.opa.program.OpaBinary;
import dev.gatehouse.policies.opa.program.OpaTrees;
import dev.gatehouse.policies.opa.set.Reading.Look;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What policies can see of their input. A condition on what is never there would silently never hold; one on a part
/// that the policy does not need would not be asked when that part changes, nor doubted when it is not fully known.
final class Sight {
    /// Who has a change judged, what it is, and when: on its own sheet only.
    private static final Set<String> BESIDE_A_CHANGE = Set.of("actor", "change", "time");

    private final List<Reading> readings;

    private Sight(Map<String, JsonNode> trees) {
        this.readings = Readings.of(trees);
    }

    /// Each look of a policy at what it does not need, or what no sheet of its kind of subject holds, also through
    /// rules that it uses. What an artifact holds is not known.
    static List<Diagnostic> check(OpaBinary opa, PolicySet set) {
        List<Policy> policies = set.policies().stream()
                .filter(policy -> policy.rule().subject() != SubjectKind.ARTIFACT)
                .toList();
        if (policies.isEmpty()
                || new Sight(OpaTrees.of(opa, set.texts())).mistakes(policies).isEmpty()) {
            return List.of();
        }
        return new Sight(OpaTrees.placed(opa, set.texts())).mistakes(policies);
    }

    private List<Diagnostic> mistakes(List<Policy> policies) {
        return policies.stream()
                .flatMap(policy -> looks(policy).stream().flatMap(look -> mistake(policy.rule(), look).stream()))
                .distinct()
                .toList();
    }

    /// Every look of what stands in its package, and of all that it uses.
    private Set<Look> looks(Policy policy) {
        Set<Look> looks = new LinkedHashSet<>();
        Set<Reading> seen = new LinkedHashSet<>();
        Deque<List<String>> open = new ArrayDeque<>(List.of(policy.path()));
        while (!open.isEmpty()) {
            List<String> path = open.remove();
            for (Reading reading : readings) {
                if (reading.isAt(path) && seen.add(reading)) {
                    looks.addAll(reading.looks());
                    open.addAll(reading.uses());
                }
            }
        }
        return looks;
    }

    private static Optional<Diagnostic> mistake(Rule rule, Look look) {
        String key = look.key();
        if (key == null) {
            return Optional.of(Diagnostic.error(
                    look.at(),
                    "The policy '" + rule.id()
                            + "' takes the input as a whole, so nobody can tell which parts it reads",
                    "name the part, such as input.sends or object.get(input, \"sends\", [])"));
        }
        Set<String> there = there(rule.subject());
        Set<String> parts = parts(rule.subject());
        if (there.contains(key)
                || rule.needs().stream()
                        .map(Need::part)
                        .anyMatch(part -> part.word().equals(key))) {
            return attribute(look, key);
        }
        return Optional.of(
                parts.contains(key)
                        ? Diagnostic.error(
                                look.at(),
                                "The policy '" + rule.id() + "' reads '" + key
                                        + "' of the input, and its needs do not name it: what changes there alone is not judged,"
                                        + " what is unknown there not noticed",
                                "add " + key + " to needs in its METADATA")
                        : Diagnostic.error(
                                look.at(),
                                "A policy about a " + rule.subject().word() + " never sees input." + key
                                        + ", so this never holds",
                                cure(key, there, parts)));
    }

    /// Of a part that holds one fact: that fact's attributes are known. A change is its proposal.
    private static Optional<Diagnostic> attribute(Look look, String key) {
        String wanted = look.attribute();
        List<String> known = PartName.of(key.equals("change") ? PartName.PROPOSAL.word() : key)
                .filter(PartName::isSingle)
                .map(part -> NeedCheck.names(part.type()))
                .orElse(List.of());
        return wanted == null || known.isEmpty() || known.contains(wanted)
                ? Optional.empty()
                : Optional.of(Diagnostic.error(
                        look.at(),
                        "There is no '" + wanted + "' in input." + key + ", so this is never defined",
                        Nearest.cure(wanted, known, "it has " + String.join(", ", known))));
    }

    private static String cure(String key, Set<String> there, Set<String> parts) {
        Set<String> known = new TreeSet<>(there);
        known.addAll(parts);
        Optional<PartName> part = PartName.of(key);
        boolean isOfAChange = BESIDE_A_CHANGE.contains(key)
                || part.map(found -> SubjectKind.having(Set.of(found)).equals(List.of(SubjectKind.CHANGE)))
                        .orElse(false);
        return isOfAChange
                ? "it stands on the sheet of the change: ask it in a policy with subject: change"
                : part.map(found -> NeedCheck.having(Set.of(found)))
                        .orElseGet(() -> Nearest.cure(key, known, "known are " + String.join(", ", known)));
    }

    /// What stands on every sheet of a kind, whatever is needed.
    private static Set<String> there(SubjectKind kind) {
        Set<String> keys = new TreeSet<>(Set.of("ref", "kind", "environment"));
        if (kind == SubjectKind.CHANGE) {
            keys.addAll(BESIDE_A_CHANGE);
        }
        return keys;
    }

    private static Set<String> parts(SubjectKind kind) {
        return kind.parts().stream().map(PartName::word).collect(Collectors.toCollection(TreeSet::new));
    }
}
