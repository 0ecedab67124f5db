package dev.gatehouse.cli.output;

import dev.gatehouse.cli.output.page.Terminal;
import dev.gatehouse.cli.output.report.GateView;
import dev.gatehouse.cli.output.report.Outcome;
import dev.gatehouse.cli.output.report.Report;
import dev.gatehouse.cli.output.report.RuleWords;
import dev.gatehouse.cli.output.report.Wording;
import dev.gatehouse.cli.output.report.Written;
import dev.gatehouse.model.governance.Approval;
import dev.gatehouse.usecase.Explain.RuleNote;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.record.DecisionRecord;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A decision as it is shown: the record, and the words of the rules that spoke in it.
///
/// @param written where the change stands
/// @param inFile whether the record is kept in a file: nobody can approve it there
/// @param approval that was given since, and holds; null where there is none
public record DecisionView(
        DecisionRecord record,
        RuleWords rules,
        Written written,
        boolean inFile,
        @Nullable Approval approval) implements Reported {
    public static DecisionView of(DecisionRecord record, Collection<RuleNote> rules) {
        return new DecisionView(record, RuleWords.of(rules), Written.NOWHERE, false, null);
    }

    /// The same, of a change that came in a file.
    public DecisionView in(Written file) {
        return new DecisionView(record, rules, file, inFile, approval);
    }

    /// The same, kept in a file or by a server.
    public DecisionView kept(boolean file) {
        return new DecisionView(record, rules, written, file, approval);
    }

    /// The same, approved since.
    DecisionView approved(@Nullable Approval given) {
        return new DecisionView(record, rules, written, inFile, given);
    }

    @Override
    public String table(Terminal terminal) {
        return new DecisionText(terminal).write(this);
    }

    @Override
    public Object json() {
        return record;
    }

    @Override
    public Report report() {
        Decision decision = decision();
        return new Report(
                decision.environment().shortName() + "/" + record.decisionId(),
                title(),
                decision.verdict(),
                Wording.tally(decision),
                decision.clock(),
                List.of(new Report.Part("", "", decision.verdict(), decision.gates(), List.of(), written)),
                rules,
                true,
                Map.of("verdict", decision.verdict().word(), "change", title(), "covers", decision.covers()));
    }

    Decision decision() {
        return record.judgement();
    }

    /// The change's title, or its name where it has none.
    String title() {
        String title = decision().change().title();
        return title == null ? decision().change().ref().shortName() : title;
    }

    RuleNote rule(String id) {
        return rules.rule(id);
    }

    /// The gates, the worst verdict first, otherwise by name.
    List<GateVerdict> worstFirst() {
        return decision().gates().stream()
                .sorted(Comparator.comparing(GateVerdict::verdict).reversed())
                .toList();
    }

    /// What all gates found with that outcome, gate by gate.
    Stream<Ruling> rulings(Outcome outcome) {
        return worstFirst().stream().flatMap(gate -> GateView.rulings(gate, outcome));
    }
}
