package dev.gatehouse.app;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.document.Parsed;
import dev.gatehouse.document.Position;
import dev.gatehouse.document.yaml.DocumentReader;
import dev.gatehouse.findings.Adjustment;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.graph.question.PathQuestion;
import dev.gatehouse.policies.PolicySet;
import dev.gatehouse.policies.opa.OpaBinary;
import dev.gatehouse.policies.opa.OpaPolicies;
import dev.gatehouse.policies.opa.PolicySets;
import dev.gatehouse.rules.RuleSet;
import dev.gatehouse.rules.RuleSource;
import dev.gatehouse.rules.drools.DroolsJudge;
import dev.gatehouse.rules.drools.RuleFolders;
import dev.gatehouse.rules.drools.RuleReader;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.JudgeSet;
import dev.gatehouse.verdict.reading.GateReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folders in which rules, gates and policies stand, and the judges that they make.
///
/// @param opa reads the policies, and runs them unless that is done elsewhere
/// @param elsewhere the OPA that runs the own policies; null starts one
/// @param rules the shipped folder first, a company's own behind it
/// @param policies likewise
/// @param foreign packs judged beside them, each a set of its own
record JudgeFolders(
        OpaBinary opa,
        Settings.@Nullable Service elsewhere,
        List<Path> rules,
        List<Path> policies,
        List<Path> foreign) {
    /// Those that are configured.
    static JudgeFolders of(Settings settings, OpaBinary opa, List<Path> foreign) {
        return new JudgeFolders(opa, settings.opa(), settings.rules(), settings.policies(), foreign);
    }

    /// The same with other rules and gates.
    JudgeFolders withRules(List<Path> others) {
        return new JudgeFolders(opa, elsewhere, others, policies, foreign);
    }

    /// Every folder.
    List<Path> all() {
        List<Path> all = new ArrayList<>(rules);
        all.addAll(policies);
        all.addAll(foreign);
        return all;
    }

    /// Reads all of it and makes the judges.
    ///
    /// @throws InvalidInputException with every mistake; nothing was started
    JudgeSet load() {
        PolicySet own = PolicySets.own(opa, policies);
        List<RuleSource> sources = RuleFolders.read(rules);
        List<String> ids = new ArrayList<>(sources.stream().map(RuleSource::id).toList());
        own.rules().forEach(rule -> ids.add(rule.id()));
        List<Gate> gates = gates(ids);
        Map<String, Adjustment> adjustments = new HashMap<>();
        gates.forEach(gate -> adjustments.putAll(gate.adjustments()));
        RuleSet ruleSet = RuleReader.read(sources, adjustments);
        requireGates(gates, Stream.concat(ruleSet.rules().stream(), own.rules().stream()));
        List<Judge> judges =
                new ArrayList<>(List.of(DroolsJudge.of(ruleSet), ownJudge(PolicySets.adjusted(opa, own, adjustments))));
        foreign.forEach(folder -> judges.add(judge(PolicySets.foreign(opa, folder))));
        return new JudgeSet(judges, gates, questions(ruleSet), List.of());
    }

    /// The gates, a company's laid over the shipped.
    ///
    /// @param ids of all rules and policies
    /// @throws InvalidInputException with every mistake
    List<Gate> gates(List<String> ids) {
        return GateReader.read(gateDocuments(), ids).orThrow();
    }

    /// A rule of a gate that does not exist would never be asked.
    private static void requireGates(List<Gate> gates, Stream<Rule> rules) {
        List<String> names = gates.stream().map(Gate::name).toList();
        List<Diagnostic> homeless = rules.filter(rule -> !names.contains(rule.gate()))
                .map(rule -> Diagnostic.error(
                        new Position(rule.file(), 0, 0, null),
                        "'" + rule.id() + "' is of the gate '" + rule.gate() + "', which has no gate.yaml",
                        Nearest.cure(rule.gate(), names, "add one, or move it to one of " + String.join(", ", names))))
                .toList();
        if (!homeless.isEmpty()) {
            throw new InvalidInputException(homeless);
        }
    }

    private Judge ownJudge(PolicySet own) {
        return elsewhere == null
                ? judge(own)
                : OpaPolicies.at(elsewhere.url(), elsewhere.secret(), own, OpaPolicies.DEADLINE)
                        .judge();
    }

    private Judge judge(PolicySet set) {
        return OpaPolicies.start(opa, set, OpaPolicies.DEADLINE).judge();
    }

    private List<Document> gateDocuments() {
        List<Document> documents = new ArrayList<>();
        for (Path root : rules) {
            try (Stream<Path> gates = Files.list(root)) {
                for (Path file : gates.sorted()
                        .map(gate -> gate.resolve("gate.yaml"))
                        .filter(Files::exists)
                        .toList()) {
                    documents.add(only(file.toString(), Files.readAllBytes(file)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return documents;
    }

    private static Document only(String name, byte[] content) {
        Parsed parsed = DocumentReader.read(name, content);
        if (!parsed.complete()) {
            throw new InvalidInputException(parsed.diagnostics());
        }
        if (parsed.documents().size() != 1) {
            throw new InvalidInputException(
                    name + " holds " + parsed.documents().size() + " documents", "one is expected");
        }
        return parsed.documents().getFirst();
    }

    private static Map<String, PathQuestion> questions(RuleSet ruleSet) {
        Map<String, PathQuestion> questions = new TreeMap<>();
        ruleSet.definitions().forEach(definition -> {
            String path = definition.source().path();
            if (path != null) {
                Document document = only(definition.source().pathFile(), path.getBytes(StandardCharsets.UTF_8));
                questions.put(definition.rule().id(), PathQuestion.read(document));
            }
        });
        return questions;
    }
}
