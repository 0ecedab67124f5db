package dev.gatehouse.app.judges;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.document.Position;
import dev.gatehouse.document.yaml.DocumentReader;
import dev.gatehouse.findings.Adjustment;
import dev.gatehouse.graph.question.PathQuestion;
import dev.gatehouse.model.governance.Control;
import dev.gatehouse.policies.PolicySet;
import dev.gatehouse.policies.opa.set.ForeignPack;
import dev.gatehouse.policies.opa.set.PolicySets;
import dev.gatehouse.rules.RuleSet;
import dev.gatehouse.rules.RuleSource;
import dev.gatehouse.rules.drools.RuleFolders;
import dev.gatehouse.rules.drools.RuleReader;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.reading.GateReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What stands in the folders of rules, gates and policies, read and held against each other. Nothing runs yet.
///
/// @param policies with the parameters that the gates give them
/// @param questions by rule id
/// @param controls by name
public record JudgeTexts(
        RuleSet rules,
        PolicySet policies,
        List<PolicySet> foreign,
        List<Gate> gates,
        Map<String, PathQuestion> questions,
        Map<String, Control> controls) {
    /// @throws InvalidInputException with every mistake that can be told: gates are not looked at while it is not known
    ///     which rules there are, nor what they give to rules while they have mistakes themselves
    public static JudgeTexts read(JudgeFolders folders) {
        Found found = Found.in(folders);
        List<Gate> gates =
                GateReader.read(GateFiles.read(folders.rules()), found.homes()).orThrow();
        Map<String, Adjustment> adjustments = new HashMap<>();
        gates.forEach(gate -> adjustments.putAll(gate.adjustments()));
        Mistakes mistakes = new Mistakes();
        Optional<RuleSet> rules = mistakes.in(() -> RuleReader.read(found.sources(), adjustments));
        Optional<PolicySet> policies =
                mistakes.in(() -> PolicySets.adjusted(folders.opa().get(), found.own(), adjustments));
        Map<String, PathQuestion> questions = new TreeMap<>();
        found.sources()
                .forEach(source -> mistakes.in(() -> question(source))
                        .ifPresent(asked -> asked.ifPresent(question -> questions.put(source.id(), question))));
        Optional<SortedMap<String, Control>> controls = mistakes.in(() -> Controls.read(folders.rules()));
        List<Named> named = found.named(folders.policies());
        mistakes.add(homeless(named, gates));
        mistakes.add(twice(named));
        mistakes.orThrow();
        return new JudgeTexts(
                rules.orElseThrow(), policies.orElseThrow(), found.foreign(), gates, questions, controls.orElseThrow());
    }

    /// Each control that a rule or policy names, and that is not among [#controls]. Nothing depends on it but what is
    /// told of the rule, and a catalog may hold it.
    List<Diagnostic> unknownControls(List<Path> folders) {
        List<Diagnostic> unknown = new ArrayList<>();
        rules.definitions()
                .forEach(one -> unknown.addAll(Controls.unknown(
                        one.rule(), one.source().drl(), one.source().file(), controls)));
        policies.rules()
                .forEach(rule -> unknown.addAll(Controls.unknown(
                        rule, policies.texts().getOrDefault(rule.file(), ""), placed(rule.file(), folders), controls)));
        return unknown;
    }

    private static String placed(String file, List<Path> folders) {
        return folders.stream()
                .map(folder -> folder.resolve(file))
                .filter(Files::exists)
                .map(Path::toString)
                .findFirst()
                .orElse(file);
    }

    /// A rule or policy, its gate, and the file that a user knows it by.
    private record Named(String id, String gate, String file, boolean isRule) {}

    private record Found(List<RuleSource> sources, PolicySet own, List<PolicySet> foreign) {
        static Found in(JudgeFolders folders) {
            Mistakes mistakes = new Mistakes();
            Optional<List<RuleSource>> sources = mistakes.in(() -> RuleFolders.read(folders.rules()));
            Optional<PolicySet> own =
                    mistakes.in(() -> PolicySets.own(folders.opa().get(), folders.policies()));
            List<PolicySet> foreign = ForeignPack.names(folders.foreign()).entrySet().stream()
                    .flatMap(pack ->
                            mistakes
                                    .in(() -> PolicySets.foreign(folders.opa().get(), pack.getKey(), pack.getValue()))
                                    .stream())
                    .toList();
            mistakes.orThrow();
            return new Found(sources.orElseThrow(), own.orElseThrow(), foreign);
        }

        /// The gate of everything that a gate can say something about, by its id.
        Map<String, String> homes() {
            Map<String, String> homes = new HashMap<>();
            sources.forEach(source -> homes.put(source.id(), source.gate()));
            own.rules().forEach(rule -> homes.put(rule.id(), rule.gate()));
            return homes;
        }

        List<Named> named(List<Path> policies) {
            List<Named> named = new ArrayList<>();
            sources.forEach(source -> named.add(new Named(source.id(), source.gate(), source.file(), true)));
            own.rules()
                    .forEach(
                            rule -> named.add(new Named(rule.id(), rule.gate(), placed(rule.file(), policies), false)));
            foreign.stream()
                    .flatMap(pack -> pack.rules().stream())
                    .forEach(rule -> named.add(new Named(rule.id(), rule.gate(), rule.file(), false)));
            return named;
        }
    }

    /// A rule of a gate that does not exist would never be asked.
    private static List<Diagnostic> homeless(List<Named> named, List<Gate> gates) {
        List<String> names = gates.stream().map(Gate::name).toList();
        return named.stream()
                .filter(rule -> !names.contains(rule.gate()))
                .map(rule -> Diagnostic.error(
                        new Position(rule.file(), 0, 0, null),
                        "'" + rule.id() + "' is of the gate '" + rule.gate() + "', which has no gate.yaml",
                        Nearest.cure(rule.gate(), names, "add one, or move it to one of " + String.join(", ", names))))
                .toList();
    }

    /// Findings and gates name rules and policies by their ids alone. Two rules of one id are told where rules are
    /// read.
    private static List<Diagnostic> twice(List<Named> named) {
        Map<String, Named> first = new HashMap<>();
        List<Diagnostic> twice = new ArrayList<>();
        for (Named rule : named) {
            Named other = first.putIfAbsent(rule.id(), rule);
            if (other != null && !rule.isRule()) {
                twice.add(Diagnostic.error(
                        new Position(rule.file(), 0, 0, null),
                        "the id '" + rule.id() + "' is taken by " + other.file() + " already",
                        "give it a name of its own; gates and findings know rules, policies and packs by it"));
            }
        }
        return twice;
    }

    private static Optional<PathQuestion> question(RuleSource source) {
        return Optional.ofNullable(source.path())
                .map(path -> DocumentReader.read(source.pathFile(), path.getBytes(StandardCharsets.UTF_8))
                        .only(source.pathFile()))
                .map(PathQuestion::read);
    }
}
