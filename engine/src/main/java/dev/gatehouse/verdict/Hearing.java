package dev.gatehouse.verdict;

import dev.gatehouse.facts.sheet.FactSheet;
import dev.gatehouse.facts.sheet.SheetPair;
import dev.gatehouse.findings.Finding;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.findings.Judgement;
import dev.gatehouse.findings.Question;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.findings.Score;
import dev.gatehouse.model.EntityRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Asks every judge about every sheet, before and after, and gathers what they say by rule.
final class Hearing {
    private final Rulebook book;
    private final Unknowns unknowns;
    private final List<Pending> pending = new ArrayList<>();
    private final Map<String, Heard> byRule = new TreeMap<>();

    private Hearing(Rulebook book, Matter matter) {
        this.book = book;
        this.unknowns = new Unknowns(matter);
    }

    /// Puts the questions to the judges; [#heard] waits for what they say.
    static Hearing begin(Rulebook book, Matter matter, List<Judge> judges) {
        Hearing hearing = new Hearing(book, matter);
        Set<String> excused = hearing.excuse(new Unrecorded(matter));
        List<Asked> asked = matter.sheets().stream()
                .map(pair -> new Asked(
                        pair,
                        book.toAsk(pair, matter.named()).stream()
                                .filter(rule -> !excused.contains(rule.id()))
                                .toList()))
                .filter(one -> !one.rules.isEmpty())
                .toList();
        asked.forEach(hearing::note);
        judges.forEach(judge -> hearing.ask(judge, asked));
        return hearing;
    }

    /// What was said, by rule.
    Map<String, Heard> heard() {
        pending.forEach(this::gather);
        pending.clear();
        return byRule;
    }

    /// The rules that are not asked, since the sheets were drawn without them; what they lack is noted.
    private Set<String> excuse(Unrecorded unrecorded) {
        Set<String> excused = new HashSet<>();
        for (Rule rule : book.rules()) {
            List<Unknown> lacking = unrecorded.of(rule, book.interest(rule.id()));
            if (!lacking.isEmpty()) {
                excused.add(rule.id());
                heard(rule.id()).unknowns.addAll(lacking);
            }
        }
        return excused;
    }

    /// Notes what is checked, and what a rule would have to know but does not.
    private void note(Asked asked) {
        FactSheet after = asked.pair.after();
        for (Rule rule : asked.rules) {
            Heard heard = heard(rule.id());
            heard.checked.add(asked.pair.subject());
            if (after != null) {
                heard.unknowns.addAll(unknowns.of(rule, book.gate(rule), after));
            }
        }
    }

    private Heard heard(String rule) {
        return byRule.computeIfAbsent(rule, _ -> new Heard());
    }

    private void ask(Judge judge, List<Asked> asked) {
        Set<String> own = judge.rules().stream().map(Rule::id).collect(Collectors.toSet());
        List<Question> before = new ArrayList<>();
        List<Question> after = new ArrayList<>();
        for (Asked one : asked) {
            List<String> ids =
                    one.rules.stream().map(Rule::id).filter(own::contains).toList();
            if (!ids.isEmpty()) {
                add(one.pair.before(), ids, before);
                add(one.pair.after(), ids, after);
            }
        }
        List<Question> all = new ArrayList<>(before);
        all.addAll(after);
        if (!all.isEmpty()) {
            pending.add(new Pending(judge.engine(), all, before.size(), judge.begin(all)));
        }
    }

    private void gather(Pending said) {
        List<Judgement> answers = said.answers();
        for (int i = 0; i < answers.size(); i++) {
            gather(said.questions.get(i), answers.get(i), i >= said.before);
        }
    }

    private static void add(@Nullable FactSheet sheet, List<String> rules, List<Question> questions) {
        if (sheet != null) {
            questions.add(new Question(sheet, rules));
        }
    }

    private void gather(Question question, Judgement judgement, boolean isAfter) {
        // What differed by its severity alone can be the same now.
        judgement.findings().stream().map(book::adjusted).distinct().forEach(finding -> {
            Heard heard = heard(finding.ruleId());
            (isAfter ? heard.after : heard.before).add(finding);
        });
        if (isAfter) {
            judgement
                    .scores()
                    .forEach(score -> heard(score.ruleId())
                            .scores
                            .add(new Scored(question.sheet().subject(), score)));
        }
        judgement.failed().forEach((rule, why) -> heard(rule).fail(why));
    }

    private record Asked(SheetPair pair, List<Rule> rules) {}

    /// What a judge was asked.
    ///
    /// @param before how many of the questions are about how it was before
    private record Pending(String engine, List<Question> questions, int before, Supplier<List<Judgement>> judgements) {
        /// A judge that fails as a whole fails each of its rules: never a pass.
        List<Judgement> answers() {
            try {
                return judgements.get();
            } catch (RuntimeException e) {
                String why =
                        engine + ": " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
                return questions.stream()
                        .map(question -> new Judgement(
                                List.of(),
                                List.of(),
                                question.rules().stream().collect(Collectors.toMap(id -> id, _ -> why))))
                        .toList();
            }
        }
    }

    /// A score and whom it is about.
    record Scored(EntityRef subject, Score score) {}

    /// What was said under one rule.
    static final class Heard {
        final List<EntityRef> checked = new ArrayList<>();
        final List<Unknown> unknowns = new ArrayList<>();
        final List<Finding> before = new ArrayList<>();
        final List<Finding> after = new ArrayList<>();
        final List<Scored> scores = new ArrayList<>();
        private @Nullable String failure;

        private void fail(String why) {
            failure = failure == null ? why : failure;
        }

        /// Why the rule could not be judged, or null.
        @Nullable
        String failure() {
            return failure;
        }
    }
}
