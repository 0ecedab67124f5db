package dev.gatehouse.shipped;

import dev.gatehouse.findings.Rule;
import dev.gatehouse.findings.Severity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.rules.Parameter;
import dev.gatehouse.rules.RuleSet;
import dev.gatehouse.verdict.Gate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The part of a gate's README that follows from its rules' metadata.
final class RuleTables {
    private static final String BEGIN =
            "<!-- From gate.yaml and the rules' metadata; a test fails when it is stale. -->";
    private static final String END = "<!-- Until here. -->";

    private RuleTables() {}

    /// The README with that part as it should be; the rest stays.
    static String refreshed(String readme, Gate gate, List<RuleSet.Definition> rules) {
        int begin = readme.indexOf(BEGIN);
        int end = readme.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException(
                    "rules/" + gate.name() + "/README.md lacks the lines '" + BEGIN + "' and '" + END + "'");
        }
        return readme.substring(0, begin + BEGIN.length()) + "\n\n" + levels(gate) + "\n" + table(rules) + "\n"
                + readme.substring(end);
    }

    private static String levels(Gate gate) {
        Set<String> environments = new TreeSet<>(gate.levels().keySet());
        environments.remove(Gate.DEFAULT);
        StringBuilder table = new StringBuilder(
                        "| severity | " + String.join(" | ", environments) + " | elsewhere |\n|---|")
                .append("---|".repeat(environments.size() + 1))
                .append('\n');
        for (Severity severity : Arrays.asList(Severity.values()).reversed()) {
            table.append("| ").append(word(severity)).append(" |");
            environments.forEach(name ->
                    table.append(' ').append(level(gate, name, severity)).append(" |"));
            table.append(' ').append(level(gate, Gate.DEFAULT, severity)).append(" |\n");
        }
        return table.toString();
    }

    private static String level(Gate gate, String environment, Severity severity) {
        return word(gate.level(EntityRef.of(Kind.ENVIRONMENT, environment), severity));
    }

    private static String table(List<RuleSet.Definition> rules) {
        return "| rule | what it finds | about | severity | parameters | controls |\n|---|---|---|---|---|---|\n"
                + rules.stream().map(RuleTables::row).collect(Collectors.joining());
    }

    private static String row(RuleSet.Definition definition) {
        Rule rule = definition.rule();
        String link = "[" + rule.id() + "](" + rule.id() + "/rule.drl)";
        String parameters =
                definition.parameters().stream().map(RuleTables::parameter).collect(Collectors.joining(", "));
        return "| " + link + " | **" + rule.title() + ".** " + rule.why() + " | "
                + rule.subject().word() + " | " + word(rule.severity()) + " | " + parameters + " | "
                + String.join(", ", rule.controls()) + " |\n";
    }

    private static String parameter(Parameter parameter) {
        return parameter.name() + " = " + parameter.text();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
