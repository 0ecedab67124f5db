package dev.gatehouse.cli.output;

import dev.gatehouse.cli.output.page.SafeText;
import dev.gatehouse.cli.output.page.Terminal;
import dev.gatehouse.cli.output.tool.GithubCommand;
import dev.gatehouse.cli.output.tool.SarifLog;
import dev.gatehouse.document.Count;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.model.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What lint tells of rules, gates and policies.
public record LintView(List<Diagnostic> diagnostics) implements Answer {
    public static final Set<Format> FORMATS = Format.some(Format.TABLE, Format.JSON, Format.SARIF, Format.GITHUB);

    private static final String RULE = "lint";

    public LintView {
        diagnostics = List.copyOf(diagnostics);
    }

    /// How many make a rule, gate or policy unusable.
    public long mistakes() {
        return diagnostics.stream().filter(Diagnostic::isError).count();
    }

    private String summary() {
        long warnings = diagnostics.stream()
                .filter(one -> one.severity() == Diagnostic.Severity.WARNING)
                .count();
        if (warnings == 0) {
            return mistakes() == 0 ? "Nothing is wrong" : Count.of(mistakes(), "mistake");
        }
        return (mistakes() == 0 ? "No mistake" : Count.of(mistakes(), "mistake")) + ", "
                + Count.of(warnings, "warning");
    }

    @Override
    public String table(Terminal terminal) {
        return Stream.concat(
                        diagnostics.stream()
                                .flatMap(one -> one.toString().lines())
                                .map(SafeText::line),
                        Stream.of(summary()))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public Object json() {
        return Map.of("diagnostics", diagnostics);
    }

    @Override
    public SarifLog sarif() {
        Map<String, Object> rule =
                Map.of("id", RULE, "shortDescription", SarifLog.text("Rules, gates and policies can be used"));
        return new SarifLog(
                "gatehouse/lint",
                List.of(rule),
                diagnostics.stream().map(LintView::result).toList(),
                true,
                List.of(),
                Map.of());
    }

    private static Map<String, Object> result(Diagnostic one) {
        Map<String, Object> result = new TreeMap<>();
        result.put("ruleId", RULE);
        result.put("ruleIndex", 0);
        result.put("level", Word.of(one.severity()));
        result.put("message", SarifLog.text(String.join("; ", lines(one))));
        if (one.file() != null) {
            result.put("locations", List.of(Map.of("physicalLocation", SarifLog.place(one.file(), one.line()))));
        }
        return result;
    }

    private static List<String> lines(Diagnostic one) {
        return one.cure() == null ? List.of(one.message()) : List.of(one.message(), one.cure());
    }

    @Override
    public List<GithubCommand> github() {
        List<GithubCommand> commands = new ArrayList<>();
        diagnostics.stream()
                .sorted(Comparator.comparing(Diagnostic::severity))
                .forEach(one -> commands.add(
                        new GithubCommand(word(one.severity()), one.file(), one.line(), "gatehouse lint", lines(one))));
        commands.add(GithubCommand.of(mistakes() == 0 ? "notice" : "error", "gatehouse lint", summary()));
        return commands;
    }

    private static String word(Diagnostic.Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
    }
}
