package dev.gatehouse.facts.assembly;

import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.graph.question.PathQuestion;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What the rules of a decision want to see: the parts of each kind of sheet, and the path questions by the
/// rule that asks them.
public record Demand(Map<SubjectKind, Set<PartName>> parts, Map<String, PathQuestion> questions) {
    public Demand {
        Map<SubjectKind, Set<PartName>> copy = new EnumMap<>(SubjectKind.class);
        parts.forEach((kind, names) -> copy.put(kind, EnumSet.copyOf(names)));
        parts = copy;
        questions = new TreeMap<>(questions);
    }

    /// Whether any rule looks at that part of that kind of sheet.
    boolean wants(SubjectKind kind, PartName part) {
        return parts.getOrDefault(kind, Set.of()).contains(part);
    }

    /// Whether any rule looks at one of the parts.
    boolean wantsAny(SubjectKind kind, Collection<PartName> names) {
        return names.stream().anyMatch(name -> wants(kind, name));
    }

    /// Whether any rule is about that kind.
    boolean wants(SubjectKind kind) {
        return parts.containsKey(kind);
    }
}
