package dev.gatehouse.rules.drools;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.Position;
import dev.gatehouse.findings.Adjustment;
import dev.gatehouse.rules.RuleSet;
import dev.gatehouse.rules.RuleSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Gives the rule set of DRL texts: their metadata, and the parameters they are judged by.
public final class RuleReader {
    private RuleReader() {}

    /// The set of those rules that are not switched off.
    ///
    /// @param adjustments by rule id
    /// @throws InvalidInputException with every mistake in syntax and metadata
    public static RuleSet read(List<RuleSource> sources, Map<String, Adjustment> adjustments) {
        List<Diagnostic> problems = new ArrayList<>();
        RuleSet rules = read(sources, adjustments, problems);
        if (problems.stream().anyMatch(Diagnostic::isError)) {
            throw new InvalidInputException(problems);
        }
        return rules;
    }

    /// The set that was stored under these texts, as [RuleSet#texts] gives them.
    public static RuleSet restore(Map<String, String> texts) {
        List<RuleSource> sources = new ArrayList<>();
        Map<String, Adjustment> adjustments = new HashMap<>();
        texts.forEach((name, text) -> {
            String[] words = name.split("/");
            if (name.endsWith("/rule.drl")) {
                String folder = words[0] + "/" + words[1];
                sources.add(new RuleSource(words[1], words[0], name, text, texts.get(folder + "/path.yaml")));
            } else if (name.endsWith("/adjustment.json")) {
                adjustments.put(words[1], Json.read(text, Adjustment.class));
            }
        });
        return read(sources, adjustments);
    }

    static RuleSet read(List<RuleSource> sources, Map<String, Adjustment> adjustments, List<Diagnostic> problems) {
        List<RuleSet.Definition> definitions = new ArrayList<>();
        Map<String, RuleSource> ids = new TreeMap<>();
        Map<String, RuleSource> packages = new HashMap<>();
        for (RuleSource source : sources) {
            unique("rule", source.id(), ids.putIfAbsent(source.id(), source), Drl.at(source, 1, 1), problems);
            Adjustment adjustment =
                    adjustments.getOrDefault(source.id(), Adjustment.NONE).ofText();
            Drl.parse(source, problems).ifPresent(drl -> {
                String name = drl.tree().getNamespace();
                unique("package", name, packages.putIfAbsent(name, source), drl.locate("package", 1), problems);
                new Metadata(drl, adjustment, problems).read().ifPresent(definition -> {
                    if (!adjustment.off()) {
                        definitions.add(definition);
                    }
                });
            });
        }
        return new RuleSet(definitions);
    }

    private static void unique(
            String what, String name, @Nullable RuleSource other, Position at, List<Diagnostic> problems) {
        if (other != null) {
            problems.add(Diagnostic.error(
                    at,
                    "The " + what + " '" + name + "' stands in " + other.file() + " too",
                    "give it a name of its own, or switch one of them off in its gate.yaml"));
        }
    }
}
