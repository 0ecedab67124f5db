package dev.gatehouse.usecase.inprocess;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.verdict.Gate;
import java.util.List;

/// Picks the gates that are asked.
public final class GateChoice {
    private GateChoice() {}

    /// Those with these names, all where there are none.
    ///
    /// @throws InvalidInputException naming each that does not exist
    public static List<Gate> of(List<Gate> all, List<String> names) {
        List<String> known = all.stream().map(Gate::name).toList();
        List<Diagnostic> unknown = names.stream()
                .filter(name -> !known.contains(name))
                .map(name -> Diagnostic.error(
                        "There is no gate '" + name + "'",
                        Nearest.cure(name, known, "the gates are " + String.join(", ", known))))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidInputException(unknown);
        }
        return names.isEmpty()
                ? all
                : all.stream().filter(gate -> names.contains(gate.name())).toList();
    }
}
