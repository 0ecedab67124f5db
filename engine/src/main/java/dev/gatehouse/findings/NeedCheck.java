package dev.gatehouse.findings;

import dev.gatehouse.document.Nearest;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.facts.sheet.SubjectKind;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whether a need names a part that sheets of its rule's subject have, and attributes that the part's facts have, and
/// compares by order only what has one.
public final class NeedCheck {
    private static final Set<Class<?>> NUMBERS =
            Set.of(int.class, long.class, double.class, Integer.class, Long.class, Double.class, BigDecimal.class);

    private NeedCheck() {}

    /// What is wrong with a need as it is written in a rule about that kind of subject, if anything.
    ///
    /// @param subject null where it is not known
    public static Optional<Wrong> check(String text, @Nullable SubjectKind subject) {
        Collection<PartName> parts = subject == null ? List.of(PartName.values()) : subject.parts();
        return Need.parse(text)
                .map(need -> subject == null || parts.contains(need.part())
                        ? check(need)
                        : Optional.of(elsewhere(need.part(), subject)))
                .orElseGet(() -> Optional.of(unread(text, parts)));
    }

    private static Wrong elsewhere(PartName part, SubjectKind subject) {
        return new Wrong(
                "'" + part.word() + "' is no part of a sheet whose subject is " + subject.word(),
                having(Set.of(part)) + "; parts of this one are " + words(subject.parts()));
    }

    private static Wrong unread(String text, Collection<PartName> parts) {
        String part = text.strip().split("[.\\[]", 2)[0];
        if (PartName.of(part).isPresent()) {
            return new Wrong(
                    "'" + text + "' cannot be read",
                    "write " + part + ", " + part + ".attribute or " + part + "[attribute=value].other");
        }
        return new Wrong(
                "'" + text + "'" + (part.equals(text) ? " is" : " names") + " no part of a sheet"
                        + (part.equals(text) ? "" : ": '" + part + "'"),
                Nearest.cure(
                        part,
                        parts.stream().map(PartName::word).toList(),
                        parts.isEmpty() ? "leave it out" : "parts are " + words(parts)));
    }

    /// On whose sheets parts stand: `subjects that have it: system, team`.
    public static String having(Set<PartName> parts) {
        return "subjects that have it: "
                + SubjectKind.having(parts).stream().map(SubjectKind::word).collect(Collectors.joining(", "));
    }

    private static String words(Collection<PartName> parts) {
        return parts.stream().map(PartName::word).collect(Collectors.joining(", "));
    }

    private static Optional<Wrong> check(Need need) {
        Condition where = need.where();
        Optional<Wrong> wrong = unknown(need, need.path());
        if (wrong.isEmpty() && where != null) {
            wrong = unknown(need, where.path()).or(() -> order(need, where));
        }
        return wrong;
    }

    private static Optional<Wrong> unknown(Need need, List<String> path) {
        Class<?> type = need.part().type();
        for (String name : path) {
            RecordComponent component = Attributes.of(type).get(name);
            if (component == null) {
                List<String> known = names(type);
                return Optional.of(new Wrong(
                        "'" + need + "' names no attribute of " + type.getSimpleName() + ": '" + name + "'",
                        Nearest.cure(
                                name,
                                known,
                                known.isEmpty() ? "leave it out" : "attributes are " + String.join(", ", known))));
            }
            type = component.getType();
        }
        return Optional.empty();
    }

    private static Optional<Wrong> order(Need need, Condition where) {
        Class<?> type = need.part().type();
        for (String name : where.path()) {
            type = Objects.requireNonNull(Attributes.of(type).get(name)).getType();
        }
        return where.operator().equals("=") || NUMBERS.contains(type)
                ? Optional.empty()
                : Optional.of(new Wrong(
                        "'" + need + "' compares '" + String.join(".", where.path()) + "' by '" + where.operator()
                                + "', and it is no number",
                        "compare it by '='"));
    }

    /// Names of the attributes of a fact type; none for what is not a record.
    public static List<String> names(Class<?> type) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList()
                : List.of();
    }

    /// What is wrong, and the likely cure.
    public record Wrong(String message, String cure) {}
}
