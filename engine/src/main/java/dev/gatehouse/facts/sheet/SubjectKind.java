package dev.gatehouse.facts.sheet;

import static dev.gatehouse.facts.sheet.PartName.BLAST;
import static dev.gatehouse.facts.sheet.PartName.CIRCLE;
import static dev.gatehouse.facts.sheet.PartName.COMPONENTS;
import static dev.gatehouse.facts.sheet.PartName.COMPOSITION;
import static dev.gatehouse.facts.sheet.PartName.DAY;
import static dev.gatehouse.facts.sheet.PartName.ELSEWHERE;
import static dev.gatehouse.facts.sheet.PartName.GROUPING;
import static dev.gatehouse.facts.sheet.PartName.IN_FLIGHT;
import static dev.gatehouse.facts.sheet.PartName.LATENCY;
import static dev.gatehouse.facts.sheet.PartName.LOWERED;
import static dev.gatehouse.facts.sheet.PartName.MEMBERSHIP;
import static dev.gatehouse.facts.sheet.PartName.NEEDED_BY;
import static dev.gatehouse.facts.sheet.PartName.NEEDS;
import static dev.gatehouse.facts.sheet.PartName.OBJECTIVES;
import static dev.gatehouse.facts.sheet.PartName.OUTAGES;
import static dev.gatehouse.facts.sheet.PartName.PATHS;
import static dev.gatehouse.facts.sheet.PartName.PROPOSAL;
import static dev.gatehouse.facts.sheet.PartName.PURPOSE;
import static dev.gatehouse.facts.sheet.PartName.RECEIVES;
import static dev.gatehouse.facts.sheet.PartName.RETRIES;
import static dev.gatehouse.facts.sheet.PartName.SENDS;
import static dev.gatehouse.facts.sheet.PartName.STAGE;
import static dev.gatehouse.facts.sheet.PartName.SUBJECT;
import static dev.gatehouse.facts.sheet.PartName.SUMS;
import static dev.gatehouse.facts.sheet.PartName.TOUCHED;

import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Ordered;
import dev.gatehouse.model.Word;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// What a sheet, and so a rule, can be about, and the parts that its sheets can have.
///
/// What belongs to something else has no sheet of its own: an SLO and an incident stand on those of their components,
/// a deployment on its component's in that environment, a budget on its team's, a dependency or flow on those of its
/// ends.
public enum SubjectKind {
    /// A component, API, resource or external.
    COMPONENT(
            SUBJECT, NEEDS, NEEDED_BY, SENDS, RECEIVES, OBJECTIVES, OUTAGES, COMPOSITION, LATENCY, RETRIES, PATHS, DAY),
    SYSTEM(GROUPING, COMPONENTS, SUMS, NEEDS, NEEDED_BY, SENDS, RECEIVES),
    DOMAIN(GROUPING, COMPONENTS, SUMS),
    TEAM(GROUPING, COMPONENTS, SUMS),
    USER(MEMBERSHIP),
    ENVIRONMENT(STAGE, COMPONENTS, SUMS),
    INITIATIVE(PURPOSE, COMPONENTS, SUMS),
    CYCLE(CIRCLE),
    CHANGE(PROPOSAL, TOUCHED, LOWERED, ELSEWHERE, BLAST, IN_FLIGHT, PURPOSE, DAY),
    /// Judged as it is: its sheet has no parts.
    ARTIFACT;

    @SuppressWarnings("ImmutableEnumChecker") // an immutable copy
    private final Set<PartName> parts;

    SubjectKind(PartName... parts) {
        this.parts = Ordered.copyOf(Set.of(parts));
    }

    /// The parts that sheets of this kind can have: each stands where a rule needs it.
    public Set<PartName> parts() {
        return parts;
    }

    /// The kinds whose sheets can have one of these parts.
    public static List<SubjectKind> having(Set<PartName> parts) {
        return Arrays.stream(values())
                .filter(kind -> !Collections.disjoint(kind.parts, parts))
                .toList();
    }

    /// The kind of sheet that entities of a kind have.
    ///
    /// @throws IllegalArgumentException for kinds that have none (edges and what belongs to something else)
    public static SubjectKind of(Kind kind) {
        return switch (kind) {
            case COMPONENT, API, RESOURCE, EXTERNAL -> COMPONENT;
            case SYSTEM -> SYSTEM;
            case DOMAIN -> DOMAIN;
            case GROUP -> TEAM;
            case USER -> USER;
            case ENVIRONMENT -> ENVIRONMENT;
            case INITIATIVE -> INITIATIVE;
            case CYCLE -> CYCLE;
            case CHANGE -> CHANGE;
            case ARTIFACT -> ARTIFACT;
            case DEPLOYMENT, DEPENDENCY, FLOW, SLO, INCIDENT, BUDGET, CONTROL, WAIVER ->
                throw new IllegalArgumentException("There are no fact sheets about a " + kind.word());
        };
    }

    /// The word used in metadata and Rego: `component`.
    public String word() {
        return Word.of(this);
    }
}
