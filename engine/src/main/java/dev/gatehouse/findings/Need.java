package dev.gatehouse.findings;

import dev.gatehouse.facts.Fact;
import dev.gatehouse.facts.NeededBy;
import dev.gatehouse.facts.Needs;
import dev.gatehouse.facts.Subject;
import dev.gatehouse.facts.sheet.Part;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Something that must be known before a rule is asked, since a pattern on a missing value would silently not match:
/// a part of the sheet, or an attribute of each fact in it (`subject.tier`, `needs.criticality`, `needs.other.tier`),
/// or of those for which another holds (`subject[tier<=2].zones`, `needs[criticality=hard].protocol`).
///
/// @param where which facts need it; null is all
/// @param path names of record components below the part; empty asks that the part was read completely
public record Need(PartName part, @Nullable Condition where, List<String> path) {
    private static final Pattern FORM = Pattern.compile("([a-z-]+)(?:\\[([^\\[\\]]+)])?((?:\\.[A-Za-z]+)*)");

    /// What is known only of what is deployed.
    private static final Set<String> OF_A_DEPLOYMENT = Set.of("version", "replicas", "zones");

    /// What is known only of what the company runs itself.
    private static final Set<String> OF_OUR_OWN =
            Set.of("tier", "owner", "system", "lifecycle", "runtime", "rto", "rpo", "monthlyCost", "monthlyCarbon");

    public Need {
        path = List.copyOf(path);
    }

    /// Reads `part`, `part.attribute…` or `part[condition].attribute…`; empty where it is none of these, or there is
    /// no such part.
    public static Optional<Need> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        Condition where =
                form.group(2) == null ? null : Condition.parse(form.group(2)).orElse(null);
        if (where == null && form.group(2) != null) {
            return Optional.empty();
        }
        List<String> words = Arrays.asList(form.group(3).split("\\."));
        return PartName.of(form.group(1))
                .map(part -> new Need(part, where, words.subList(Math.min(1, words.size()), words.size())));
    }

    @Override
    public String toString() {
        String facts = part.word() + (where == null ? "" : "[" + where + "]");
        return path.isEmpty() ? facts : facts + "." + String.join(".", path);
    }

    /// The entities of the part's facts for which the attribute is missing; none where nothing is.
    ///
    /// Nothing is missing where there is nothing to know: how an API or an external is run, how many replicas stand
    /// where nothing is deployed, what was meant by an edge that was only seen in traffic.
    public List<EntityRef> missing(Part facts) {
        return path.isEmpty()
                ? List.of()
                : facts.facts().stream()
                        .filter(fact -> where == null || where.holds(fact))
                        .filter(fact -> Attributes.value(fact, path) == null && isKnowable(fact))
                        .map(Fact::ref)
                        .toList();
    }

    private boolean isKnowable(Fact fact) {
        String name = path.getLast();
        return switch (fact) {
            case Subject subject ->
                isKnowable(subject.ref(), name) && (subject.deployed() || !OF_A_DEPLOYMENT.contains(name));
            case Needs needs ->
                !needs.observed()
                        && isKnowable(holder(needs.ref(), needs.other().ref()), name);
            case NeededBy needed ->
                !needed.observed()
                        && isKnowable(holder(needed.ref(), needed.other().ref()), name);
            default -> true;
        };
    }

    /// Whose attribute it is: the edge's, or that of its other end.
    private EntityRef holder(EntityRef edge, EntityRef other) {
        return path.size() == 1 ? edge : other;
    }

    private static boolean isKnowable(EntityRef holder, String name) {
        boolean isElsewhere = holder.kind() == Kind.API || holder.kind() == Kind.EXTERNAL;
        return !isElsewhere || !(OF_A_DEPLOYMENT.contains(name) || OF_OUR_OWN.contains(name));
    }
}
