package dev.gatehouse.rules.drools;

import dev.gatehouse.document.Nearest;
import dev.gatehouse.findings.Condition;
import dev.gatehouse.findings.Need;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Whether a need names attributes that the facts of its part have.
final class Attributes {
    private Attributes() {}

    /// What is wrong with it, if anything.
    static Optional<Wrong> check(Need need) {
        Optional<Wrong> wrong = check(need, need.path());
        Condition where = need.where();
        return wrong.isPresent() || where == null ? wrong : check(need, where.path());
    }

    private static Optional<Wrong> check(Need need, List<String> path) {
        Class<?> type = need.part().type();
        for (String name : path) {
            List<String> known = names(type);
            if (!known.contains(name)) {
                return Optional.of(new Wrong(
                        "'" + need + "' names no attribute of " + type.getSimpleName() + ": '" + name + "'",
                        Nearest.cure(
                                name,
                                known,
                                known.isEmpty() ? "leave it out" : "attributes are " + String.join(", ", known))));
            }
            type = component(type, name).getType();
        }
        return Optional.empty();
    }

    /// Names of the attributes of a fact type; none for what is not a record.
    static List<String> names(Class<?> type) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList()
                : List.of();
    }

    private static RecordComponent component(Class<?> type, String name) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    record Wrong(String message, String cure) {}
}
