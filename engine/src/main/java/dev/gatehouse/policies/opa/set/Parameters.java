package dev.gatehouse.policies.opa.set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.document.Texts;
import dev.gatehouse.findings.Adjustment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Puts the values that gates give into the tables of parameters: `parameters/data.json` in a policy's own folder, an
/// object of names and defaults.
public final class Parameters {
    private static final String TABLE = "parameters/data.json";

    private final Map<String, String> texts;
    private final List<Diagnostic> mistakes = new ArrayList<>();

    private Parameters(Map<String, String> texts) {
        this.texts = new TreeMap<>(texts);
    }

    /// The texts of a set with these values in them.
    ///
    /// @param folders by id of the policy, where it stands
    /// @throws InvalidInputException naming each value of a parameter that does not exist
    static Map<String, String> in(
            Map<String, String> texts, Map<String, String> folders, Map<String, Adjustment> adjustments) {
        Parameters parameters = new Parameters(texts);
        folders.forEach((id, folder) -> parameters.set(
                id, folder, adjustments.getOrDefault(id, Adjustment.NONE).parameters()));
        if (!parameters.mistakes.isEmpty()) {
            throw new InvalidInputException(parameters.mistakes);
        }
        return parameters.texts;
    }

    private void set(String id, String folder, Map<String, String> values) {
        if (values.isEmpty()) {
            return;
        }
        String file = folder + TABLE;
        ObjectNode table = Json.read(texts.getOrDefault(file, "{}"), ObjectNode.class);
        List<String> known = new ArrayList<>();
        table.fieldNames().forEachRemaining(known::add);
        values.forEach((name, value) -> {
            if (!known.contains(name)) {
                mistakes.add(Diagnostic.error(
                        "The gate gives the policy '" + id + "' a parameter that it does not have: '" + name + "'",
                        Nearest.cure(name, known, known.isEmpty() ? "it has none" : "it has " + known)));
            } else if (table.path(name).isNumber()) {
                number(table, id, name, value);
            } else {
                table.put(name, value);
            }
        });
        texts.put(file, Json.write(table));
    }

    private void number(ObjectNode table, String id, String name, String value) {
        Adjustment.number(value)
                .ifPresentOrElse(
                        number -> table.put(name, number),
                        () -> mistakes.add(Diagnostic.error(
                                "The gate gives the parameter '" + name + "' of the policy '" + id + "' the value '"
                                        + Texts.brief(value) + "'",
                                "it takes a number, such as " + table.path(name))));
    }
}
