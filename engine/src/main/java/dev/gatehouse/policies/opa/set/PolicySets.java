package dev.gatehouse.policies.opa.set;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.findings.Adjustment;
import dev.gatehouse.policies.Dialect;
import dev.gatehouse.policies.Policy;
import dev.gatehouse.policies.PolicySet;
import dev.gatehouse.policies.PolicySet.Source;
import dev.gatehouse.policies.opa.program.OpaBinary;
import dev.gatehouse.policies.opa.program.OpaCheck;
import dev.gatehouse.policies.opa.program.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Reads policy sets, from folders and from records. Nothing comes out that OPA would not load.
public final class PolicySets {
    /// Stands among the texts of a recorded set and says how they are read.
    private static final String SOURCE = "source.json";

    private PolicySets() {}

    /// Gatehouse's own kind of policies, with metadata, from folders whose content is laid together.
    ///
    /// @throws InvalidInputException with every mistake in them
    public static PolicySet own(OpaBinary opa, List<Path> folders) {
        return at(folders, () -> {
            PolicySet set = of(opa, Source.OWN, PolicyFolder.laid(folders, PolicyFolder::read));
            List<Diagnostic> unseen = Sight.check(opa, set);
            if (!unseen.isEmpty()) {
                throw new InvalidInputException(unseen);
            }
            return set;
        });
    }

    /// Names each mistake's file as it stands in its folder.
    private static PolicySet at(List<Path> folders, Supplier<PolicySet> reading) {
        try {
            return reading.get();
        } catch (InvalidInputException e) {
            throw new InvalidInputException(e.diagnostics().stream()
                    .map(mistake -> PolicyFolder.placed(folders, mistake))
                    .toList());
        }
    }

    /// The same policies with the parameters that gates give them.
    ///
    /// @param adjustments by id of a rule or policy
    /// @throws InvalidInputException naming each parameter that does not exist, or cannot have that value
    public static PolicySet adjusted(OpaBinary opa, PolicySet set, Map<String, Adjustment> adjustments) {
        Map<String, String> folders = new TreeMap<>();
        set.rules()
                .forEach(rule -> folders.put(
                        rule.id(), rule.file().substring(0, rule.file().lastIndexOf('/') + 1)));
        Map<String, String> texts = Parameters.in(set.texts(), folders, adjustments);
        return texts.equals(set.texts()) ? set : of(opa, set.source(), texts);
    }

    /// A pack written for another tool, such as conftest: its package `main` judges every artifact. Its version of
    /// Rego is found out.
    ///
    /// @param name what it is called, as [ForeignPack#names] says
    /// @throws InvalidInputException when it is valid in neither version, with the mistakes as of the one
    ///     in which more of it can be parsed
    public static PolicySet foreign(OpaBinary opa, Path folder, String name) {
        Map<String, String> texts = PolicyFolder.read(folder);
        return at(List.of(folder), () -> of(opa, new Source(name, dialect(opa, texts)), texts));
    }

    private static Dialect dialect(OpaBinary opa, Map<String, String> texts) {
        for (Dialect either : List.of(Dialect.V1, Dialect.V0)) {
            if (OpaCheck.check(opa, texts, either, false).isEmpty()) {
                return either;
            }
        }
        List<Diagnostic> newer = OpaCheck.unparsable(opa, texts, Dialect.V1);
        List<Diagnostic> older = OpaCheck.unparsable(opa, texts, Dialect.V0);
        boolean isOld = files(older) < files(newer);
        List<Diagnostic> broken = isOld ? older : newer;
        if (!broken.isEmpty()) {
            throw new InvalidInputException(broken);
        }
        return isOld ? Dialect.V0 : Dialect.V1;
    }

    private static long files(List<Diagnostic> mistakes) {
        return mistakes.stream().map(Diagnostic::file).distinct().count();
    }

    /// The set that a record holds, as [#recorded] wrote it.
    public static PolicySet read(OpaBinary opa, Map<String, String> recorded) {
        Map<String, String> texts = new TreeMap<>(recorded);
        String source = texts.remove(SOURCE);
        if (source == null) {
            throw new InvalidInputException(
                    "The recorded policies lack " + SOURCE, "give the texts as the record holds them");
        }
        return of(opa, Json.read(source, Source.class), texts);
    }

    /// All texts of a set, so that the same can be made again.
    public static Map<String, String> recorded(PolicySet set) {
        Map<String, String> all = new TreeMap<>(set.texts());
        all.put(SOURCE, Json.write(set.source()));
        return all;
    }

    private static PolicySet of(OpaBinary opa, Source source, Map<String, String> texts) {
        List<Diagnostic> mistakes = OpaCheck.check(opa, texts, source.dialect(), source.pack() == null);
        if (!mistakes.isEmpty()) {
            throw new InvalidInputException(mistakes);
        }
        String pack = source.pack();
        List<Policy> policies = pack != null
                ? List.of(ForeignPack.policy(pack, texts))
                : new Metadata(inspect(opa, texts), texts).policies();
        return new PolicySet(source, texts, policies);
    }

    private static JsonNode inspect(OpaBinary opa, Map<String, String> texts) {
        try (Workspace workspace = Workspace.of(texts)) {
            OpaBinary.Output output =
                    opa.run(workspace.folder(), "", "inspect", "--annotations", "--format", "json", ".");
            if (output.exit() != 0) {
                throw new InvalidInputException(
                        "OPA cannot list the policies: " + output.err().strip(), "correct them");
            }
            return Json.read(output.out(), JsonNode.class);
        }
    }
}
