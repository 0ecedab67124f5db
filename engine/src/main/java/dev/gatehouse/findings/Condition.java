package dev.gatehouse.findings;

import dev.gatehouse.facts.Fact;
import dev.gatehouse.model.Word;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which facts of a part a [Need] is about: `tier<=2`, `criticality=hard`, `deployed=true`.
///
/// @param path names of record components below the fact
/// @param operator `=`, `<=` or `>=`
/// @param value a number with the last two; otherwise a word in lower case
public record Condition(List<String> path, String operator, String value) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z.]+)(<=|>=|=)([A-Za-z0-9.-]+)");

    public Condition {
        path = List.copyOf(path);
    }

    /// Reads what [#toString] writes; empty where it has another form.
    static Optional<Condition> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || (!form.group(2).equals("=") && !form.group(3).matches("\\d+(\\.\\d+)?"))) {
            return Optional.empty();
        }
        return Optional.of(new Condition(Arrays.asList(form.group(1).split("\\.")), form.group(2), form.group(3)));
    }

    /// False where the fact's value is not known: whoever depends on it needs it by itself.
    boolean holds(Fact fact) {
        Object found = Attributes.value(fact, path);
        if (found == null) {
            return false;
        }
        if (operator.equals("=")) {
            return text(found).equals(value);
        }
        int order = new BigDecimal(found.toString()).compareTo(new BigDecimal(value));
        return operator.equals("<=") ? order <= 0 : order >= 0;
    }

    private static String text(Object found) {
        return found instanceof Enum<?> constant ? Word.of(constant) : found.toString();
    }

    @Override
    public String toString() {
        return String.join(".", path) + operator + value;
    }
}
