package dev.gatehouse.facts.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.facts.change.ResolvedChange;
import dev.gatehouse.facts.sheet.FactSheet;
import dev.gatehouse.findings.Comparison;
import dev.gatehouse.findings.Finding;
import dev.gatehouse.findings.Judgement;
import dev.gatehouse.findings.Question;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.findings.Score;
import dev.gatehouse.fixture.Architecture;
import dev.gatehouse.fixture.ShippedRules;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.change.Artifact;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.policies.opa.OpaPolicies;
import dev.gatehouse.policies.opa.program.OpaBinary;
import dev.gatehouse.policies.opa.set.PolicySets;
import dev.gatehouse.verdict.Decider;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.JudgeSet;
import dev.gatehouse.verdict.Preparation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// A decision on the sheets that a change can touch, held against judging every sheet before and after it.
class WholeDecisionTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Path ROOT = Path.of(System.getProperty("gatehouse.root", ".."));
    private static final JudgeSet RULES = ShippedRules.judges(Gate.Scope.INTRODUCED);

    /// So many stories let everything that ships speak.
    private static final int STORIES = 150;

    @Property(tries = 100)
    void finds_what_judging_every_sheet_before_and_after_finds(
            @ForAll long seed, @ForAll @IntRange(min = 5, max = 15) int components) {
        assertSame(RULES, new RandomStory(new Random(seed), components));
    }

    @Test
    void finds_it_with_the_policies_too_and_everything_that_ships_speaks() {
        OpaBinary opa = OpaBinary.find(System.getenv("PATH"), ROOT.resolve(".gatehouse"));
        try (OpaPolicies policies =
                OpaPolicies.start(opa, PolicySets.own(opa, List.of(ROOT.resolve("policies"))), OpaPolicies.DEADLINE)) {
            JudgeSet all =
                    new JudgeSet(List.of(ShippedRules.judge(), policies.judge()), RULES.gates(), RULES.questions());
            Set<String> spoken = new TreeSet<>();
            for (int seed = 0; seed < STORIES; seed++) {
                assertSame(all, new RandomStory(new Random(seed), 5 + seed % 11))
                        .forEach(line -> spoken.add(line.replaceFirst("^\\S+ (\\S+): .*", "$1")));
            }
            assertThat(spoken)
                    .containsExactlyInAnyOrderElementsOf(
                            all.rules().stream().map(Rule::id).toList());
        }
    }

    /// What a decision says, a line for each finding that is not as before, and for the score.
    private static List<String> assertSame(JudgeSet judges, RandomStory story) {
        ResolvedChange change = story.change(story.architecture());
        Decision decision = new Decider(judges.judges())
                .decide(new Preparation(judges, judges.gates()).matter(change, Actor.ADMINISTRATOR, NOW, List.of()));
        List<String> said = said(decision);
        assertThat(said).as(() -> change.change().toString()).containsExactlyElementsOf(naively(judges, change));
        return said;
    }

    private static List<String> said(Decision decision) {
        List<String> said = new ArrayList<>();
        decision.gates().forEach(gate -> {
            assertThat(gate.failed()).isEmpty();
            gate.findings().stream()
                    .filter(ruling -> ruling.status() != Comparison.Status.UNCHANGED)
                    .map(ruling -> said(ruling.status(), ruling.ruleId(), ruling.message()))
                    .forEach(said::add);
            Stream.ofNullable(gate.score()).map(WholeDecisionTest::said).forEach(said::add);
        });
        return said.stream().sorted().toList();
    }

    private static String said(Comparison.Status status, String rule, String message) {
        return status + " " + rule + ": " + message;
    }

    private static String said(Score score) {
        return "SCORE " + score.ruleId() + ": " + score.contributions();
    }

    private static List<String> naively(JudgeSet judges, ResolvedChange change) {
        RuleInterests interests = new Preparation(judges, judges.gates()).interests();
        Assembler assembler = new Assembler(Architecture.PRODUCTION, interests, Actor.ADMINISTRATOR, NOW);
        FactSheet own = new ChangeSheet(
                        change,
                        EnvironmentViews.of(change, Architecture.PRODUCTION),
                        interests,
                        Actor.ADMINISTRATOR,
                        NOW)
                .build()
                .build();
        Stream<FactSheet> artifacts = change.change().artifacts().stream().map(WholeDecisionTest::sheet);
        List<Judgement> before = judged(judges, assembler.fleet(change.before()));
        List<Judgement> after = judged(
                judges, Stream.concat(assembler.fleet(change.after()), Stream.concat(Stream.of(own), artifacts)));
        Stream<String> found = Comparison.of(findings(before), findings(after)).stream()
                .filter(compared -> compared.status() != Comparison.Status.UNCHANGED)
                .map(compared -> said(
                        compared.status(),
                        compared.finding().ruleId(),
                        compared.finding().message()));
        Stream<String> scored =
                after.stream().flatMap(judgement -> judgement.scores().stream()).map(WholeDecisionTest::said);
        return Stream.concat(found, scored).sorted().toList();
    }

    private static FactSheet sheet(Artifact artifact) {
        EntityRef ref = EntityRef.of(Kind.ARTIFACT, artifact.path());
        return new FactSheet(ref, Architecture.PRODUCTION, Map.of(), Map.of(), Map.of(), artifact);
    }

    private static List<Finding> findings(List<Judgement> judgements) {
        return judgements.stream()
                .flatMap(judgement -> judgement.findings().stream())
                .toList();
    }

    private static List<Judgement> judged(JudgeSet judges, Stream<FactSheet> sheets) {
        List<FactSheet> all = sheets.toList();
        return judges.judges().stream()
                .flatMap(judge ->
                        judge
                                .judge(all.stream()
                                        .map(sheet -> new Question(sheet, asked(judge.rules(), sheet)))
                                        .toList())
                                .stream())
                .toList();
    }

    private static List<String> asked(List<Rule> rules, FactSheet sheet) {
        return rules.stream()
                .filter(rule -> rule.subject() == sheet.kind())
                .filter(rule -> rule.artifactKind() == null || rule.isAbout(Objects.requireNonNull(sheet.artifact())))
                .map(Rule::id)
                .toList();
    }
}
