package dev.gatehouse.facts.assembly;

import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.graph.question.PathQuestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What the rules of a decision want to see: the parts that each looks at, and the path questions by the rule that
/// asks them.
public final class RuleInterests {
    private final Map<SubjectKind, List<Interest>> interests = new EnumMap<>(SubjectKind.class);
    private final Map<SubjectKind, Set<PartName>> parts = new EnumMap<>(SubjectKind.class);
    private final Map<String, PathQuestion> questions;

    /// @param interests one for each rule
    public RuleInterests(Collection<Interest> interests, Map<String, PathQuestion> questions) {
        for (Interest interest : interests) {
            this.interests
                    .computeIfAbsent(interest.kind, _ -> new ArrayList<>())
                    .add(interest);
            parts.computeIfAbsent(interest.kind, _ -> EnumSet.noneOf(PartName.class))
                    .addAll(interest.parts);
        }
        this.questions = new TreeMap<>(questions);
    }

    /// The parts that any rule about that kind looks at.
    Set<PartName> parts(SubjectKind kind) {
        return parts.getOrDefault(kind, Set.of());
    }

    /// Whether any rule looks at that part of that kind of sheet.
    boolean include(SubjectKind kind, PartName part) {
        return parts(kind).contains(part);
    }

    /// Whether any rule is about that kind.
    boolean include(SubjectKind kind) {
        return parts.containsKey(kind);
    }

    List<Interest> of(SubjectKind kind) {
        return interests.getOrDefault(kind, List.of());
    }

    Map<String, PathQuestion> questions() {
        return questions;
    }

    /// What one rule looks at, and when it is asked.
    ///
    /// @param parts what it needs to know
    public record Interest(SubjectKind kind, Set<PartName> parts, When when) {
        public Interest {
            Set<PartName> copy = EnumSet.noneOf(PartName.class);
            copy.addAll(parts);
            parts = copy;
        }

        /// Whether the rule is asked about a subject that stands both before and after a change; about one that does
        /// not it always is.
        ///
        /// @param named whether the change names or alters the subject
        /// @param differs whether a part of its sheet is another after the change
        public boolean isAsked(boolean named, Predicate<PartName> differs) {
            return switch (when) {
                case ALWAYS -> true;
                case NAMED -> named || anyDiffers(differs);
                case DIFFERENT -> anyDiffers(differs);
            };
        }

        private boolean anyDiffers(Predicate<PartName> differs) {
            for (PartName part : parts) {
                if (differs.test(part)) {
                    return true;
                }
            }
            return false;
        }
    }

    /// About which subjects a rule is asked.
    public enum When {
        /// Those on whose sheet something differs that it needs.
        DIFFERENT,
        /// Those that the change names, too.
        NAMED,
        /// All.
        ALWAYS
    }
}
