package dev.gatehouse.app.judges;

import dev.gatehouse.app.settings.Settings;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.policies.PolicySet;
import dev.gatehouse.policies.opa.OpaPolicies;
import dev.gatehouse.policies.opa.program.OpaBinary;
import dev.gatehouse.rules.drools.DroolsJudge;
import dev.gatehouse.verdict.JudgeSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The folders in which rules, gates and policies stand, and the judges that they make.
///
/// @param opa reads the policies, and runs them unless that is done elsewhere; asked when they are loaded
/// @param elsewhere the OPA that runs the own policies; null starts one
/// @param rules the shipped folder first, a company's own behind it
/// @param policies likewise
/// @param foreign packs judged beside them, each a set of its own
public record JudgeFolders(
        Supplier<OpaBinary> opa,
        Settings.@Nullable Service elsewhere,
        List<Path> rules,
        List<Path> policies,
        List<Path> foreign) {
    /// Those that are configured.
    public static JudgeFolders of(Settings settings, Supplier<OpaBinary> opa, List<Path> foreign) {
        return new JudgeFolders(opa, settings.opa(), settings.rules(), settings.policies(), foreign);
    }

    /// The same with other rules and gates: over these where the others hold no whole gates, otherwise instead.
    ///
    /// @throws InvalidInputException when gates of theirs cannot be read
    public JudgeFolders withRules(List<Path> others) {
        List<Path> all = new ArrayList<>(GateFiles.areOverlays(others) ? rules : List.of());
        List<Path> known = all.stream().map(JudgeFolders::full).toList();
        others.stream().filter(other -> !known.contains(full(other))).forEach(all::add);
        return new JudgeFolders(opa, elsewhere, List.copyOf(all), policies, foreign);
    }

    private static Path full(Path folder) {
        return folder.toAbsolutePath().normalize();
    }

    /// Every folder.
    public List<Path> all() {
        List<Path> all = new ArrayList<>(rules);
        all.addAll(policies);
        all.addAll(foreign);
        return all;
    }

    /// Reads all of it and makes the judges.
    ///
    /// @throws InvalidInputException with every mistake; nothing was started
    public JudgeSet load() {
        return judges(JudgeTexts.read(this));
    }

    /// The judges of what was read in these folders.
    JudgeSet judges(JudgeTexts texts) {
        List<Judge> judges = new ArrayList<>(List.of(DroolsJudge.of(texts.rules()), ownJudge(texts.policies())));
        texts.foreign().forEach(pack -> judges.add(judge(pack)));
        return new JudgeSet(judges, texts.gates(), texts.questions(), texts.controls());
    }

    private Judge ownJudge(PolicySet own) {
        return elsewhere == null
                ? judge(own)
                : OpaPolicies.at(elsewhere.url(), elsewhere.secret(), own, OpaPolicies.DEADLINE)
                        .judge();
    }

    private Judge judge(PolicySet set) {
        return OpaPolicies.start(opa.get(), set, OpaPolicies.DEADLINE).judge();
    }
}
