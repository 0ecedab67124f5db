package dev.gatehouse.facts.assembly;

import dev.gatehouse.facts.CriticalPath;
import dev.gatehouse.facts.Day;
import dev.gatehouse.facts.Fact;
import dev.gatehouse.facts.Objective;
import dev.gatehouse.facts.Outage;
import dev.gatehouse.facts.Path;
import dev.gatehouse.facts.sheet.FactSheet;
import dev.gatehouse.facts.sheet.Part;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.graph.question.Answer;
import dev.gatehouse.graph.question.Truth;
import dev.gatehouse.graph.question.Unknown;
import dev.gatehouse.graph.traversal.Composition;
import dev.gatehouse.graph.traversal.WorstPath;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Relation;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.reliability.Incident;
import dev.gatehouse.model.reliability.Slo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The facts about a connectable entity, drawn part by part as they are asked for.
final class ComponentSheet {
    /// Parts that are drawn from what stands behind the component, however far.
    static final Set<PartName> CLOSURES =
            Set.of(PartName.COMPOSITION, PartName.LATENCY, PartName.RETRIES, PartName.PATHS);
    /// Parts drawn from the component, its neighbours and what belongs to it.
    static final Set<PartName> OWN = own();
    /// Parts that show edges.
    static final Set<PartName> EDGES =
            EnumSet.of(PartName.NEEDS, PartName.NEEDED_BY, PartName.SENDS, PartName.RECEIVES);
    /// Parts that any source could have declared something of.
    private static final Set<PartName> FROM_ANYWHERE =
            EnumSet.of(PartName.NEEDED_BY, PartName.SENDS, PartName.RECEIVES, PartName.PATHS);

    private final EnvironmentView view;
    private final int number;
    private final Component component;
    private final RuleInterests interests;
    private final LocalDate day;
    private final Map<PartName, Part> drawn = new EnumMap<>(PartName.class);

    ComponentSheet(EnvironmentView view, int number, Component component, RuleInterests interests, LocalDate day) {
        this.view = view;
        this.number = number;
        this.component = component;
        this.interests = interests;
        this.day = day;
    }

    private static Set<PartName> own() {
        Set<PartName> own = EnumSet.copyOf(SubjectKind.COMPONENT.parts());
        own.removeAll(CLOSURES);
        return Collections.unmodifiableSet(own);
    }

    /// The parts of a component's sheet that are wanted.
    static Set<PartName> parts(RuleInterests interests) {
        Set<PartName> parts = EnumSet.noneOf(PartName.class);
        parts.addAll(interests.parts(SubjectKind.COMPONENT));
        parts.retainAll(SubjectKind.COMPONENT.parts());
        return parts;
    }

    FactSheet sheet(Set<PartName> parts) {
        SheetBuilder sheet = new SheetBuilder(view, component.ref(), SubjectKind.COMPONENT, interests);
        parts.forEach(name -> sheet.put(name, part(name)));
        return sheet.build();
    }

    Part part(PartName name) {
        Part known = drawn.get(name);
        if (known == null) {
            known = view.part(facts(name), ownComplete(name));
            drawn.put(name, known);
        }
        return known;
    }

    /// Takes a part of another sheet that is the same here, so that nobody has to compare them once more.
    void take(PartName name, Part part) {
        drawn.put(name, part);
    }

    private boolean ownComplete(PartName name) {
        return FROM_ANYWHERE.contains(name) ? view.allComplete() : view.isComplete(component.ref());
    }

    private List<? extends Fact> facts(PartName name) {
        return switch (name) {
            case SUBJECT -> List.of(view.component(number).subject());
            case NEEDS -> edges().needs();
            case NEEDED_BY -> edges().neededBy();
            case SENDS -> edges().sends();
            case RECEIVES -> edges().receives();
            case OBJECTIVES -> slos().map(ComponentSheet::objective).toList();
            case OUTAGES -> outages();
            case COMPOSITION -> composition();
            case LATENCY -> latency();
            case RETRIES -> retries();
            case PATHS -> paths();
            case DAY -> List.of(new Day(component.ref(), day));
            default -> throw new IllegalArgumentException("A component has no " + name.word());
        };
    }

    private EdgeFacts edges() {
        return new EdgeFacts(view, number, component.ref());
    }

    private Stream<Slo> slos() {
        return view.referring(number, Relation.SLO_OF, Slo.class).stream();
    }

    private static Fact objective(Slo slo) {
        return new Objective(
                slo.ref(),
                slo.indicator(),
                slo.objective(),
                slo.window(),
                slo.threshold(),
                slo.budgetRemaining(),
                slo.observedAt());
    }

    private List<Fact> outages() {
        return view.referring(number, Relation.HIT, Incident.class).stream()
                .<Fact>map(incident ->
                        new Outage(incident.ref(), incident.severity(), incident.startedAt(), incident.resolvedAt()))
                .toList();
    }

    private List<Fact> composition() {
        if (!view.promises(number, Slo.Indicator.AVAILABILITY)) {
            return List.of();
        }
        Composition composition = Composition.of(view.snapshot(), number);
        return List.of(new dev.gatehouse.facts.Composition(
                component.ref(), composition.availability(), composition.terms(), composition.unknown()));
    }

    private List<Fact> latency() {
        if (!view.promises(number, Slo.Indicator.LATENCY)) {
            return List.of();
        }
        WorstPath.Latency worst = WorstPath.latency(view.snapshot(), number);
        BigDecimal milliseconds = BigDecimal.valueOf(worst.total().toNanos()).movePointLeft(6);
        return List.of(new CriticalPath(component.ref(), "latency", milliseconds, worst.hops(), worst.unknown()));
    }

    private List<Fact> retries() {
        WorstPath.Retries worst = WorstPath.retries(view.snapshot(), number);
        BigDecimal attempts = BigDecimal.valueOf(worst.attempts());
        return List.of(new CriticalPath(component.ref(), "retries", attempts, worst.hops(), worst.unknown()));
    }

    /// For each question that begins at a component like this: its answers, or that there is no path.
    private List<Fact> paths() {
        List<Fact> facts = new ArrayList<>();
        interests.questions().forEach((rule, question) -> {
            if (question.startsAt(view.snapshot(), view.environment(), number) != Truth.FALSE) {
                List<Fact> answers = question.answers(view.snapshot(), view.environment(), number).stream()
                        .map(answer -> path(rule, answer))
                        .toList();
                facts.addAll(answers.isEmpty() ? List.of(none(component.ref(), rule)) : answers);
            }
        });
        return facts;
    }

    private Fact path(String rule, Answer answer) {
        List<EntityRef> unknown =
                answer.unknown().stream().map(Unknown::of).distinct().toList();
        return new Path(component.ref(), rule, answer.to(), answer.path(), answer.measure(), unknown);
    }

    private static Fact none(EntityRef ref, String rule) {
        return new Path(ref, rule, null, List.of(), null, List.of());
    }
}
