package dev.gatehouse.facts.sheet;

import dev.gatehouse.facts.Blast;
import dev.gatehouse.facts.Circle;
import dev.gatehouse.facts.Composition;
import dev.gatehouse.facts.CriticalPath;
import dev.gatehouse.facts.Day;
import dev.gatehouse.facts.Elsewhere;
import dev.gatehouse.facts.Fact;
import dev.gatehouse.facts.Grouping;
import dev.gatehouse.facts.InFlight;
import dev.gatehouse.facts.Lowered;
import dev.gatehouse.facts.Membership;
import dev.gatehouse.facts.NeededBy;
import dev.gatehouse.facts.Needs;
import dev.gatehouse.facts.Objective;
import dev.gatehouse.facts.Outage;
import dev.gatehouse.facts.Path;
import dev.gatehouse.facts.Proposal;
import dev.gatehouse.facts.Purpose;
import dev.gatehouse.facts.Receives;
import dev.gatehouse.facts.Sends;
import dev.gatehouse.facts.Stage;
import dev.gatehouse.facts.Subject;
import dev.gatehouse.facts.Sums;
import dev.gatehouse.facts.Touched;
import dev.gatehouse.model.Word;
import java.util.Arrays;
import java.util.Optional;

/// The parts of a fact sheet, each holding facts of one type. The word of a part is its key in Rego's input and in
/// `@needs`.
public enum PartName {
    /// Own attributes.
    SUBJECT(Subject.class, true),
    /// Whom it needs.
    NEEDS(Needs.class),
    /// Who needs it.
    NEEDED_BY(NeededBy.class),
    /// Where its data goes.
    SENDS(Sends.class),
    /// Where its data comes from.
    RECEIVES(Receives.class),
    /// Its SLOs.
    OBJECTIVES(Objective.class),
    /// Incidents that hit it.
    OUTAGES(Outage.class),
    /// Availability allowed by what it needs; only where it promises availability.
    COMPOSITION(Composition.class, true),
    /// Worst way by latency; only where it promises latency.
    LATENCY(CriticalPath.class, true),
    /// Worst way by retries.
    RETRIES(CriticalPath.class, true),
    /// Answers to path questions.
    PATHS(Path.class),
    /// The circle itself.
    CIRCLE(Circle.class, true),
    /// The attributes of a system, domain or team itself.
    GROUPING(Grouping.class, true),
    /// The attributes of an environment itself.
    STAGE(Stage.class, true),
    /// The groups that a user is in.
    MEMBERSHIP(Membership.class, true),
    /// The attributes of each component that it gathers: those of a system, of a domain's systems and of the domains
    /// below it, those that a team owns, those that are deployed in an environment, those that the changes for an
    /// initiative touch that are open on the day.
    COMPONENTS(Subject.class),
    /// What its members come to.
    SUMS(Sums.class, true),
    /// What it is for.
    PURPOSE(Purpose.class, true),
    /// The day of judging.
    DAY(Day.class, true),
    /// The change itself.
    PROPOSAL(Proposal.class, true),
    /// What the change names or alters.
    TOUCHED(Touched.class),
    /// Safeguards that the change lowers.
    LOWERED(Lowered.class),
    /// Where else the change takes effect.
    ELSEWHERE(Elsewhere.class),
    /// What the change can hurt.
    BLAST(Blast.class, true),
    /// Other changes beside it.
    IN_FLIGHT(InFlight.class);

    private final Class<? extends Fact> type;
    private final boolean single;

    PartName(Class<? extends Fact> type) {
        this(type, false);
    }

    PartName(Class<? extends Fact> type, boolean single) {
        this.type = type;
        this.single = single;
    }

    /// The type of every fact in it.
    public Class<? extends Fact> type() {
        return type;
    }

    /// True where it holds one fact at most.
    public boolean isSingle() {
        return single;
    }

    /// `needed-by`
    public String word() {
        return Word.of(this);
    }

    /// The part of that word.
    public static Optional<PartName> of(String word) {
        return Arrays.stream(values()).filter(part -> part.word().equals(word)).findFirst();
    }
}
