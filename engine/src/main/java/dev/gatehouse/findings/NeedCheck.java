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

/// Whether a need names a part that sheets of its rule's subject have, and attributes that the part's facts have, and
/// compares by order only what has one.
public final class NeedCheck {
    private static final Set<Class<?>> NUMBERS =
            Set.of(int.class, long.class, double.class, Integer.class, Long.class, Double.class, BigDecimal.class);

    private NeedCheck() {}

    /// What is wrong with a text that [Need#parse] did not take.
    public static Wrong unread(String text) {
        String part = text.strip().split("[.\\[]", 2)[0];
        return PartName.of(part).isPresent()
                ? new Wrong(
                        "'" + text + "' cannot be read",
                        "write " + part + ", " + part + ".attribute or " + part + "[attribute=value].other")
                : new Wrong(
                        "'" + text + "' names no part of a sheet: '" + part + "'",
                        cure(part, List.of(PartName.values())));
    }

    /// What is wrong with it in a rule about that kind of subject, if anything.
    public static Optional<Wrong> check(Need need, SubjectKind subject) {
        return subject.parts().contains(need.part())
                ? check(need)
                : Optional.of(new Wrong(
                        "'" + need.part().word() + "' is no part of a sheet whose subject is " + subject.word(),
                        cure(need.part().word(), subject.parts())));
    }

    private static String cure(String part, Collection<PartName> parts) {
        List<String> known = parts.stream().map(PartName::word).toList();
        return Nearest.cure(part, known, known.isEmpty() ? "leave it out" : "parts are " + String.join(", ", known));
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
