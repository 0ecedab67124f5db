package dev.gatehouse.facts.assembly;

import dev.gatehouse.document.Digest;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.model.Ordered;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What sheets were drawn for. Nobody can tell from sheets that are kept what stood in a part that no rule asked for,
/// nor on a sheet that no rule wanted.
///
/// @param interests each once, in a fixed order
/// @param questions digests of the path questions that the sheets answer, by the rule that asked
public record RecordedInterests(List<RuleInterests.Interest> interests, Map<String, Digest> questions) {
    private static final Comparator<RuleInterests.Interest> ORDER = Comparator.comparing(RuleInterests.Interest::kind)
            .thenComparing(interest -> interest.parts().toString())
            .thenComparing(RuleInterests.Interest::when);

    public RecordedInterests {
        interests = List.copyOf(interests);
        questions = Ordered.copyOf(questions);
    }

    /// Of many interests, equal ones among them.
    public static RecordedInterests of(Collection<RuleInterests.Interest> interests, Map<String, Digest> questions) {
        return new RecordedInterests(interests.stream().distinct().sorted(ORDER).toList(), questions);
    }

    /// Whether the sheets of everything are there about which a rule with that interest is asked for its kind alone.
    public boolean holdsKind(RuleInterests.Interest wanted) {
        return interests.stream().anyMatch(interest -> serves(interest, wanted));
    }

    /// The parts that somebody with that interest looks at, and that may be missing on some sheet. A closure was drawn
    /// only where a rule was asked that needed it, so one that needed as much must have been there.
    public Set<PartName> lacking(RuleInterests.Interest wanted) {
        Set<PartName> lacking = EnumSet.noneOf(PartName.class);
        if (interests.contains(wanted)) {
            return lacking;
        }
        for (PartName part : wanted.parts()) {
            Set<PartName> together = ComponentSheet.CLOSURES.contains(part) ? wanted.parts() : Set.of(part);
            if (interests.stream()
                    .noneMatch(interest ->
                            serves(interest, wanted) && interest.parts().containsAll(together))) {
                lacking.add(part);
            }
        }
        return lacking;
    }

    private static boolean serves(RuleInterests.Interest interest, RuleInterests.Interest wanted) {
        return interest.kind() == wanted.kind()
                && (isOfTheChange(wanted.kind()) || interest.when().compareTo(wanted.when()) >= 0);
    }

    /// Whether sheets of that kind have no before, so that whoever wants one is always asked.
    private static boolean isOfTheChange(SubjectKind kind) {
        return kind == SubjectKind.CHANGE || kind == SubjectKind.ARTIFACT;
    }
}
