package dev.gatehouse.verdict;

import dev.gatehouse.document.Digest;
import dev.gatehouse.facts.Subject;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.findings.Finding;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.findings.Judgement;
import dev.gatehouse.findings.Need;
import dev.gatehouse.findings.Question;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.findings.Score;
import dev.gatehouse.findings.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A judge with one rule, in Java: for what the rules that ship do not do.
record AttributeJudge(Rule rule, Function<Question, Judgement> answer) implements Judge {
    /// Never objects, but needs to know something about components.
    static AttributeJudge needing(String id, String gate, String... needs) {
        return new AttributeJudge(rule(id, gate, SubjectKind.COMPONENT, needs), _ -> Judgement.NONE);
    }

    static AttributeJudge failing(String id, String gate) {
        return new AttributeJudge(rule(id, gate, SubjectKind.COMPONENT, "subject", "needs"), _ -> {
            throw new IllegalStateException("out of order");
        });
    }

    /// Gives each change so many points.
    static AttributeJudge scoring(String id, String gate, int points) {
        Score score = new Score(id, new BigDecimal(points), List.of());
        return new AttributeJudge(
                rule(id, gate, SubjectKind.CHANGE, "proposal"),
                _ -> new Judgement(List.of(), List.of(score), Map.of()));
    }

    /// Finds each component as severe as it is critical: high in tier 1, else low.
    static AttributeJudge asSevereAsCritical(String id, String gate) {
        return new AttributeJudge(
                rule(id, gate, SubjectKind.COMPONENT, "subject"),
                question -> new Judgement(
                        List.of(new Finding(
                                id,
                                question.sheet().subject(),
                                List.of(),
                                Integer.valueOf(1).equals(tier(question)) ? Severity.HIGH : Severity.LOW,
                                "It is critical.",
                                null,
                                List.of(),
                                List.of())),
                        List.of(),
                        Map.of()));
    }

    private static @Nullable Integer tier(Question question) {
        Subject subject = question.sheet().first(Subject.class);
        return subject == null ? null : subject.tier();
    }

    private static Rule rule(String id, String gate, SubjectKind subject, String... needs) {
        return new Rule(
                id,
                gate,
                subject,
                null,
                List.of(needs).stream()
                        .map(Need::parse)
                        .map(Optional::orElseThrow)
                        .toList(),
                Rule.Key.SUBJECT,
                Severity.HIGH,
                "A title",
                "A reason.",
                "A way out.",
                List.of(),
                false,
                null,
                Digest.of(new byte[0]),
                id);
    }

    @Override
    public String engine() {
        return rule.id();
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String set() {
        return rule.id();
    }

    @Override
    public List<Rule> rules() {
        return List.of(rule);
    }

    @Override
    public Digest digest() {
        return rule.digest();
    }

    @Override
    public Map<String, String> texts() {
        return Map.of();
    }

    @Override
    public List<Judgement> judge(List<Question> questions) {
        return questions.stream().map(answer).toList();
    }
}
