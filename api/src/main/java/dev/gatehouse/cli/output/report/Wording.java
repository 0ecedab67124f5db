package dev.gatehouse.cli.output.report;

import dev.gatehouse.cli.output.page.Page;
import dev.gatehouse.document.Count;
import dev.gatehouse.findings.Score;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.governance.Approval;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Level;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Unknown;
import dev.gatehouse.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The words that all texts for people share.
public final class Wording {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int FEW = 2;

    private Wording() {}

    public static Page.Style style(Verdict verdict) {
        return switch (verdict) {
            case ALLOW -> Page.Style.GOOD;
            case WARN, NEEDS_APPROVAL, INCONCLUSIVE -> Page.Style.CAREFUL;
            case DENY, ERROR -> Page.Style.BAD;
        };
    }

    /// A reference for people: components by their short name, others with their kind.
    public static String name(EntityRef ref) {
        return ref.kind().connects() ? ref.shortName() : ref.kind().word() + " " + ref.shortName();
    }

    /// What a verdict is made of: `2 findings deny it, 1 finding needs approval, 1 thing is not known.`, and before it
    /// what was overridden.
    public static String tally(List<GateVerdict> gates) {
        List<String> parts = new ArrayList<>();
        add(parts, counting(gates, Level.HARD), "finding denies it", "findings deny it");
        add(parts, counting(gates, Level.SOFT), "finding needs approval", "findings need approval");
        add(parts, counting(gates, Level.ADVISORY), "finding is advice", "findings are advice");
        int unknown =
                gates.stream().mapToInt(gate -> GateView.unknown(gate).size()).sum();
        add(parts, unknown, "thing is not known", "things are not known");
        int failed = gates.stream()
                .mapToInt(gate -> GateView.failed(gate, false).size())
                .sum();
        add(parts, failed, "rule could not be judged", "rules could not be judged");
        List<String> sentences = new ArrayList<>();
        Overridden.in(gates).forEach(overridden -> sentences.add(overridden.words() + "."));
        String nothing = sentences.isEmpty() ? "Nothing speaks against it." : "Nothing else speaks against it.";
        sentences.add(parts.isEmpty() ? nothing : String.join(", ", parts) + ".");
        return String.join(" ", sentences);
    }

    /// What a decision is made of, and why an approval of who asks lifts nothing.
    public static String tally(Decision decision) {
        Approval own = decision.own();
        return own == null
                ? tally(decision.gates())
                : tally(decision.gates()) + " " + own.by()
                        + (own.breakGlass() ? " broke the glass for it" : " approved it")
                        + ", which lifts nothing where " + own.by()
                        + " asks: nobody approves their own change.";
    }

    private static int counting(List<GateVerdict> gates, Level level) {
        return (int) gates.stream()
                .flatMap(gate -> gate.findings().stream())
                .filter(ruling -> ruling.counts() && ruling.level() == level)
                .count();
    }

    private static void add(List<String> parts, int number, String one, String many) {
        if (number > 0) {
            parts.add(number + " " + (number == 1 ? one : many));
        }
    }

    /// `approval a-7 of ann, who broke the glass: the site is down`
    public static String approval(Ruling.ApprovedBy approval) {
        return "approval " + approval.id() + " of " + approval.by()
                + (approval.breakGlass() ? ", who broke the glass: " : ": ") + approval.reason();
    }

    /// `2026-11-20 18:00 UTC`
    public static String time(Instant at) {
        return MINUTE.format(at);
    }

    /// How long before the decision something was: `2 days before the decision`; `at the time` within a minute.
    public static String age(Instant at, Instant clock) {
        Duration age = Duration.between(at, clock).abs();
        if (age.toMinutes() == 0) {
            return "at the time";
        }
        return length(age) + (at.isAfter(clock) ? " after" : " before") + " the decision";
    }

    private static String length(Duration age) {
        if (age.toDays() >= FEW) {
            return Count.of(age.toDays(), "day");
        }
        return age.toHours() >= FEW ? Count.of(age.toHours(), "hour") : Count.of(age.toMinutes(), "minute");
    }

    /// `tier of loyalty is 3`; what is unknown is said to be so.
    public static String fact(Ruling.CitedFact fact) {
        String value = fact.value();
        return fact.name() + " of " + name(fact.ref()) + (value == null ? " is not known" : " is " + value);
    }

    /// Where a fact was declared: `catalog/shop.yaml:12 of wexmere`, or the source alone.
    public static String place(Ruling.CitedFact fact) {
        return fact.place() == null ? String.valueOf(fact.source()) : fact.place() + " of " + fact.source();
    }

    /// What a score is made of.
    public static Stream<Score.Contribution> largestFirst(Score score) {
        return score.contributions().stream()
                .sorted(Comparator.comparing(Score.Contribution::points).reversed());
    }

    /// What is not known, and why.
    public static String unknown(Unknown unknown) {
        String why = switch (unknown.why()) {
            case MISSING -> "nobody said it";
            case STALE -> "it was observed too long ago";
            case PARTIAL -> "it was read only in part";
            case UNRECORDED -> "no rule asked for it then";
        };
        return unknown.what() + " of " + name(unknown.about()) + ": " + why + ", so " + unknown.ruleId()
                + " cannot judge " + name(unknown.subject());
    }

    /// What would have to be done about it.
    public static String cure(Unknown unknown) {
        return switch (unknown.why()) {
            case MISSING -> "declare it in the catalog, or in the change";
            case STALE -> "measure or import it again";
            case PARTIAL -> "import its source again, complete";
            case UNRECORDED -> "decide on the change again, on the architecture itself";
        };
    }
}
