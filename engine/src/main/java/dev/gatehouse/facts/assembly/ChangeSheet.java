package dev.gatehouse.facts.assembly;

import dev.gatehouse.facts.Blast;
import dev.gatehouse.facts.Day;
import dev.gatehouse.facts.Fact;
import dev.gatehouse.facts.InFlight;
import dev.gatehouse.facts.Proposal;
import dev.gatehouse.facts.Purpose;
import dev.gatehouse.facts.Subject;
import dev.gatehouse.facts.Touched;
import dev.gatehouse.facts.change.ResolvedChange;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.graph.EdgeKind;
import dev.gatehouse.graph.traversal.BlastRadius;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Relation;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.change.Operation;
import dev.gatehouse.model.change.RegisteredChange;
import dev.gatehouse.model.change.Window;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.component.Environment;
import dev.gatehouse.model.component.User;
import dev.gatehouse.model.economy.Initiative;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.reliability.Incident;
import dev.gatehouse.model.reliability.Slo;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The facts about the change itself, the only sheet that knows the exact time and who has it judged.
final class ChangeSheet {
    private static final Duration RECENTLY = Duration.ofDays(30);

    private final ResolvedChange resolved;
    private final Change change;
    private final EnvironmentView before;
    private final EnvironmentView after;
    private final RuleInterests interests;
    private final Actor actor;
    private final Instant clock;
    private final Reach reach;

    ChangeSheet(ResolvedChange resolved, EnvironmentViews views, RuleInterests interests, Actor actor, Instant clock) {
        this.resolved = resolved;
        this.change = resolved.change();
        this.before = views.before();
        this.after = views.after();
        this.interests = interests;
        this.actor = actor;
        this.clock = clock;
        this.reach = new Reach(resolved, views);
    }

    SheetBuilder build() {
        SheetBuilder sheet = new SheetBuilder(after, change.ref(), SubjectKind.CHANGE, interests);
        sheet.always(PartName.PROPOSAL, List.of(proposal()));
        sheet.part(
                PartName.LOWERED,
                before,
                true,
                () -> new LoweredSafeguards(resolved, before, after, requesterGroups(), clock).all());
        sheet.part(PartName.ELSEWHERE, before, before.allComplete(), () -> new OtherEnvironments(resolved).all());
        sheet.stood(before, resolved.touched().keySet());
        sheet.partFromAnywhere(PartName.TOUCHED, this::touched);
        sheet.partFromAnywhere(PartName.BLAST, () -> List.of(reach.blast()));
        sheet.part(PartName.IN_FLIGHT, this::inFlight);
        sheet.part(PartName.PURPOSE, this::purpose);
        sheet.part(
                PartName.DAY,
                () -> List.of(new Day(change.ref(), clock.atZone(ZoneOffset.UTC).toLocalDate())));
        return sheet;
    }

    private Proposal proposal() {
        return new Proposal(
                change.ref(),
                change.environment(),
                production(),
                actor,
                change.requestedBy(),
                requesterGroups(),
                change.window(),
                change.initiative(),
                clock,
                freeze(),
                change.operations().stream().map(ChangeSheet::word).toList(),
                difference(Subject::monthlyCarbon),
                difference(Subject::monthlyCost));
    }

    private static String word(Operation operation) {
        String name = operation.getClass().getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /// The change takes the word away from no environment.
    private @Nullable Boolean production() {
        List<Environment> either = environments().toList();
        return either.stream().anyMatch(environment -> Boolean.TRUE.equals(environment.production()))
                ? Boolean.TRUE
                : either.getFirst().production();
    }

    /// The change's environment before it and after.
    private Stream<Environment> environments() {
        return Stream.of(before, after)
                .map(view -> view.entity(view.snapshot().indexOf(change.environment()), Environment.class))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    /// As before the change: it lets nobody into a group in whose name it is asked for.
    private Set<EntityRef> requesterGroups() {
        EntityRef requester = change.requestedBy();
        if (requester == null) {
            return Set.of();
        }
        User user = before.entity(before.snapshot().indexOf(requester), User.class);
        return user == null ? Set.of(requester) : user.memberOf();
    }

    /// Freezes from before the change count too: it lifts none that forbids it.
    private @Nullable String freeze() {
        Window window = Objects.requireNonNullElseGet(change.window(), () -> new Window(clock, clock.plusNanos(1)));
        return environments()
                .flatMap(environment -> environment.freezes().stream())
                .filter(freeze -> window.overlaps(new Window(freeze.start(), freeze.end())))
                .map(Environment.Freeze::reason)
                .findFirst()
                .orElse(null);
    }

    /// What it is for, as after the change, or before it where it is gone then; with the smaller allowance of the two:
    /// the change raises none that it uses itself.
    private List<Fact> purpose() {
        EntityRef initiative = change.initiative();
        if (initiative == null) {
            return List.of();
        }
        List<Initiative> either = Stream.of(after, before)
                .map(view -> view.entity(view.snapshot().indexOf(initiative), Initiative.class))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        BigDecimal allowance = either.stream()
                .map(Initiative::carbonAllowance)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return either.stream()
                .limit(1)
                .<Fact>map(found -> new Purpose(found.ref(), found.owner(), found.worth(), allowance))
                .toList();
    }

    /// By how much the change raises a total over what it touches; unknown amounts count as nothing.
    private BigDecimal difference(Function<Subject, @Nullable BigDecimal> amount) {
        BigDecimal difference = BigDecimal.ZERO;
        for (EntityRef ref : resolved.touched().keySet()) {
            difference = difference.add(amount(after, ref, amount)).subtract(amount(before, ref, amount));
        }
        return difference;
    }

    private static BigDecimal amount(
            EnvironmentView view, EntityRef ref, Function<Subject, @Nullable BigDecimal> amount) {
        int number = view.snapshot().indexOf(ref);
        Component component = view.entity(number, Component.class);
        BigDecimal found =
                component == null ? null : amount.apply(view.component(number).subject());
        return found == null ? BigDecimal.ZERO : found;
    }

    private List<Touched> touched() {
        List<Touched> touched = new ArrayList<>();
        resolved.touched().forEach((ref, how) -> {
            int number = before.snapshot().indexOf(ref);
            boolean stood = before.entity(number, Component.class) != null;
            Slo tightest = stood ? before.component(number).tightest().value() : null;
            touched.add(new Touched(
                    ref,
                    before.brief(ref),
                    after.brief(ref),
                    List.copyOf(how),
                    consumers(ref),
                    tightest == null ? null : tightest.budgetRemaining(),
                    tightest == null ? null : tightest.observedAt(),
                    number < 0 ? 0 : recentIncidents(number)));
        });
        return touched;
    }

    private int consumers(EntityRef ref) {
        int number = after.snapshot().indexOf(ref);
        return number < 0 ? 0 : after.snapshot().edges(EdgeKind.DEPENDENCY).inDegree(number);
    }

    private int recentIncidents(int number) {
        return (int) before.referring(number, Relation.HIT, Incident.class).stream()
                .filter(incident -> !incident.startedAt().isAfter(clock)
                        && incident.startedAt().isAfter(clock.minus(RECENTLY)))
                .count();
    }

    private List<Fact> inFlight() {
        List<Fact> beside = new ArrayList<>();
        before.snapshot().all(Kind.CHANGE).forEach(number -> {
            Declaration declaration = before.snapshot().at(number);
            if (declaration != null && declaration.entity() instanceof RegisteredChange other && isBeside(other)) {
                Set<EntityRef> shared = shared(other);
                if (!shared.isEmpty()) {
                    beside.add(new InFlight(
                            other.ref(), other.requestedBy(), other.window(), shared, overlaps(other.window())));
                }
            }
        });
        return beside;
    }

    /// What both touch, or one touches and the other can hurt.
    private Set<EntityRef> shared(RegisteredChange other) {
        Set<EntityRef> shared = new TreeSet<>(other.touches());
        shared.removeIf(ref -> !resolved.touched().containsKey(ref) && !reach.canHurt(ref));
        BlastRadius theirs = BlastRadius.of(before.snapshot(), other.touches());
        resolved.touched().keySet().stream()
                .filter(ref -> theirs.effect(ref) != null)
                .forEach(shared::add);
        return shared;
    }

    private boolean isBeside(RegisteredChange other) {
        return other.isOpenAt(clock)
                && other.environment().equals(change.environment())
                && !other.ref().equals(change.ref());
    }

    private boolean overlaps(@Nullable Window other) {
        Window own = change.window();
        return own == null || other == null || own.overlaps(other);
    }

    /// What the change can hurt.
    private static final class Reach {
        private static final int SHOWN = 10;

        private final EnvironmentView view;
        private final BlastRadius radius;
        private final EntityRef change;

        Reach(ResolvedChange resolved, EnvironmentViews views) {
            this.change = resolved.change().ref();
            boolean removes = resolved.touched().keySet().stream()
                    .anyMatch(ref -> resolved.after().find(ref) == null);
            this.view = removes ? views.before() : views.after();
            this.radius = BlastRadius.of(view.snapshot(), resolved.touched().keySet());
        }

        boolean canHurt(EntityRef ref) {
            return radius.effect(ref) != null;
        }

        Blast blast() {
            return BlastFact.of(change, view.snapshot(), radius, SHOWN);
        }
    }
}
