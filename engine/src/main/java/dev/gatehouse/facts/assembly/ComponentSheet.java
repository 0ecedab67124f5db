package dev.gatehouse.facts.assembly;

import dev.gatehouse.facts.Brief;
import dev.gatehouse.facts.CriticalPath;
import dev.gatehouse.facts.Day;
import dev.gatehouse.facts.Fact;
import dev.gatehouse.facts.NeededBy;
import dev.gatehouse.facts.Needs;
import dev.gatehouse.facts.Objective;
import dev.gatehouse.facts.Outage;
import dev.gatehouse.facts.Path;
import dev.gatehouse.facts.Receives;
import dev.gatehouse.facts.Sends;
import dev.gatehouse.facts.sheet.FactSheet;
import dev.gatehouse.facts.sheet.Part;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.graph.EdgeKind;
import dev.gatehouse.graph.question.Answer;
import dev.gatehouse.graph.question.Truth;
import dev.gatehouse.graph.question.Unknown;
import dev.gatehouse.graph.traversal.Composition;
import dev.gatehouse.graph.traversal.WorstPath;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Relation;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.component.Dependency;
import dev.gatehouse.model.component.Flow;
import dev.gatehouse.model.reliability.Incident;
import dev.gatehouse.model.reliability.Slo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The facts about a connectable entity.
final class ComponentSheet {
    private final View view;
    private final int number;
    private final Component component;
    private final Demand demand;
    private final LocalDate day;
    private final @Nullable FactSheet same;

    /// @param same a sheet of the same component on which everything that is drawn from what it needs, however far, is
    ///     as it must be here; null where there is none
    ComponentSheet(View view, int number, Component component, Demand demand, LocalDate day, @Nullable FactSheet same) {
        this.view = view;
        this.number = number;
        this.component = component;
        this.demand = demand;
        this.day = day;
        this.same = same;
    }

    SheetBuilder build() {
        SheetBuilder sheet = new SheetBuilder(view, component.ref(), SubjectKind.COMPONENT, demand);
        sheet.part(PartName.SUBJECT, () -> List.of(view.subject(component, view.deployment(number))));
        sheet.part(PartName.NEEDS, this::needs);
        sheet.partFromAnywhere(PartName.NEEDED_BY, this::neededBy);
        sheet.partFromAnywhere(PartName.SENDS, this::sends);
        sheet.partFromAnywhere(PartName.RECEIVES, this::receives);
        sheet.part(
                PartName.OBJECTIVES, () -> slos().map(ComponentSheet::objective).toList());
        sheet.part(PartName.OUTAGES, this::outages);
        sheet.part(PartName.COMPOSITION, () -> sameOr(PartName.COMPOSITION, this::composition));
        sheet.part(PartName.LATENCY, () -> sameOr(PartName.LATENCY, this::latency));
        sheet.part(PartName.RETRIES, () -> sameOr(PartName.RETRIES, this::retries));
        sheet.partFromAnywhere(PartName.PATHS, this::paths);
        sheet.part(PartName.DAY, () -> List.of(new Day(component.ref(), day)));
        return sheet;
    }

    private List<Fact> sameOr(PartName name, Supplier<List<Fact>> facts) {
        Part part = same == null ? null : same.parts().get(name);
        return part == null ? facts.get() : part.facts();
    }

    private List<Fact> needs() {
        return outgoing(
                EdgeKind.DEPENDENCY,
                Dependency.class,
                (d, other) -> new Needs(
                        d.ref(),
                        component.ref(),
                        other,
                        d.criticality(),
                        d.anyOf(),
                        d.protocol(),
                        d.timeout(),
                        d.retries(),
                        d.circuitBreaker(),
                        d.fallback(),
                        d.tags(),
                        d.observedAt()));
    }

    private List<Fact> neededBy() {
        return incoming(
                EdgeKind.DEPENDENCY,
                Dependency.class,
                (d, other) -> new NeededBy(
                        d.ref(),
                        component.ref(),
                        other,
                        d.criticality(),
                        d.anyOf(),
                        d.protocol(),
                        d.timeout(),
                        d.retries(),
                        d.circuitBreaker(),
                        d.fallback(),
                        d.tags(),
                        d.observedAt()));
    }

    private List<Fact> sends() {
        return outgoing(
                EdgeKind.FLOW,
                Flow.class,
                (f, other) ->
                        new Sends(f.ref(), component.ref(), other, f.carries(), f.protocol(), f.channel(), f.tags()));
    }

    private List<Fact> receives() {
        return incoming(
                EdgeKind.FLOW,
                Flow.class,
                (f, other) -> new Receives(
                        f.ref(), component.ref(), other, f.carries(), f.protocol(), f.channel(), f.tags()));
    }

    private <E extends Entity> List<Fact> outgoing(EdgeKind kind, Class<E> type, BiFunction<E, Brief, Fact> fact) {
        List<Fact> facts = new ArrayList<>();
        view.snapshot().edges(kind).forEachOut(number, (edge, other) -> facts.add(fact(edge, other, type, fact)));
        facts.sort(Comparator.comparing(Fact::ref));
        return facts;
    }

    private <E extends Entity> List<Fact> incoming(EdgeKind kind, Class<E> type, BiFunction<E, Brief, Fact> fact) {
        List<Fact> facts = new ArrayList<>();
        view.snapshot().edges(kind).forEachIn(number, (edge, other) -> facts.add(fact(edge, other, type, fact)));
        facts.sort(Comparator.comparing(Fact::ref));
        return facts;
    }

    private <E extends Entity> Fact fact(int edge, int other, Class<E> type, BiFunction<E, Brief, Fact> fact) {
        return fact.apply(Objects.requireNonNull(view.entity(edge, type), "edges are declared"), view.brief(other));
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

    private boolean promises(Slo.Indicator indicator) {
        return slos().anyMatch(slo -> slo.indicator() == indicator);
    }

    private List<Fact> outages() {
        return view.referring(number, Relation.HIT, Incident.class).stream()
                .<Fact>map(incident ->
                        new Outage(incident.ref(), incident.severity(), incident.startedAt(), incident.resolvedAt()))
                .toList();
    }

    private List<Fact> composition() {
        if (!promises(Slo.Indicator.AVAILABILITY)) {
            return List.of();
        }
        Composition composition = Composition.of(view.snapshot(), number);
        return List.of(new dev.gatehouse.facts.Composition(
                component.ref(), composition.availability(), composition.terms(), composition.unknown()));
    }

    private List<Fact> latency() {
        if (!promises(Slo.Indicator.LATENCY)) {
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
        demand.questions().forEach((rule, question) -> {
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
