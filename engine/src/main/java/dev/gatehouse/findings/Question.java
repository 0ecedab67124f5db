package dev.gatehouse.findings;

import dev.gatehouse.facts.sheet.FactSheet;
import java.util.List;

/// Asks a judge about one sheet.
///
/// @param rules ids of the rules that are asked; the judge ignores those that are not its own
public record Question(FactSheet sheet, List<String> rules) {
    public Question {
        rules = List.copyOf(rules);
    }
}
