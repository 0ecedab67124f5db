package dev.gatehouse.facts.assembly;

import dev.gatehouse.facts.Lowered;
import dev.gatehouse.facts.Measure;
import dev.gatehouse.facts.change.ResolvedChange;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Relation;
import dev.gatehouse.model.change.Renames;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.component.Environment;
import dev.gatehouse.model.economy.Budget;
import dev.gatehouse.model.economy.Initiative;
import dev.gatehouse.model.governance.Waiver;
import dev.gatehouse.model.reliability.Slo;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the safeguards that a change lowers, by comparing what it alters before and after. What goes altogether lowers
/// none: its SLOs go with a component, its budget with a group.
final class LoweredSafeguards {
    private final ResolvedChange change;
    private final Renames renames;
    private final EnvironmentView before;
    private final EnvironmentView after;
    private final Set<EntityRef> requesterGroups;
    private final Instant clock;
    private final List<Lowered> found = new ArrayList<>();

    /// @param requesterGroups the groups that stand for the requester: an owner may hand over what it owns
    /// @param clock freezes and waivers that are over at that time guard nothing
    LoweredSafeguards(
            ResolvedChange change,
            EnvironmentView before,
            EnvironmentView after,
            Set<EntityRef> requesterGroups,
            Instant clock) {
        this.change = change;
        this.renames = change.change().renames();
        this.before = before;
        this.after = after;
        this.requesterGroups = requesterGroups;
        this.clock = clock;
    }

    /// Sorted by whose they are.
    List<Lowered> all() {
        Set<EntityRef> altered = new TreeSet<>(change.delta().puts().keySet());
        altered.addAll(change.delta().removes());
        Set<EntityRef> groups = new TreeSet<>();
        for (EntityRef ref : altered) {
            Entity old = entity(before.snapshot(), ref);
            Entity now = entity(after.snapshot(), ref);
            Stream.of(old, now)
                    .filter(Budget.class::isInstance)
                    .forEach(budget -> groups.add(((Budget) budget).group()));
            switch (old) {
                case Component component -> component(component);
                case Slo slo -> slo(slo, now instanceof Slo same ? same : null);
                case Initiative initiative -> initiative(initiative, now);
                case Environment environment -> environment(environment, now);
                case null, default -> {}
            }
            if (now instanceof Waiver waiver) {
                waiver(old instanceof Waiver same ? same : null, waiver);
            }
        }
        groups.forEach(this::budget);
        return List.copyOf(found);
    }

    private static @Nullable Entity entity(Snapshot snapshot, EntityRef ref) {
        Declaration declaration = snapshot.find(ref);
        return declaration == null ? null : declaration.entity();
    }

    private void component(Component old) {
        EntityRef ref = renames.after(old.ref());
        if (!(entity(after.snapshot(), ref) instanceof Component now)) {
            return;
        }
        Integer tier = old.tier();
        if (tier != null && (now.tier() == null || now.tier() > tier)) {
            add(ref, "tier", tier, now.tier(), now.tier() == null ? null : Measure.atMost(now.tier(), tier, "tier"));
        }
        EntityRef owner = old.owner();
        if (owner != null
                && !requesterGroups.contains(owner)
                && !renames.after(owner).equals(now.owner())) {
            add(ref, "owner", owner, now.owner(), null);
        }
        if (!now.dataClassification().containsAll(old.dataClassification())) {
            add(ref, "dataClassification", list(old.dataClassification()), list(now.dataClassification()), null);
        }
        if (!old.clearedFor().containsAll(now.clearedFor())) {
            add(ref, "clearedFor", list(old.clearedFor()), list(now.clearedFor()), null);
        }
    }

    private static @Nullable String list(Set<String> words) {
        return words.isEmpty() ? null : String.join(", ", words);
    }

    /// Another promise that is as strict takes its place.
    private void slo(Slo old, @Nullable Slo now) {
        EntityRef component = renames.after(old.component());
        int number = after.snapshot().indexOf(component);
        if (after.entity(number, Component.class) == null
                || after.referring(number, Relation.SLO_OF, Slo.class).stream().anyMatch(slo -> isAsStrict(slo, old))) {
            return;
        }
        if (now == null || !now.component().equals(component) || now.indicator() != old.indicator()) {
            add(old.ref(), "objective", percent(old), null, null);
            return;
        }
        if (now.objective() < old.objective()) {
            Measure measure = Measure.atLeast(hundredfold(now), hundredfold(old), "%");
            add(old.ref(), "objective", percent(old), percent(now), measure);
        }
        Duration threshold = old.threshold();
        if (threshold != null && !isWithin(now.threshold(), threshold)) {
            Duration wider = now.threshold();
            Measure measure = wider == null ? null : Measure.atMost(wider.toMillis(), threshold.toMillis(), "ms");
            add(old.ref(), "threshold", milliseconds(threshold), milliseconds(wider), measure);
        }
    }

    private static boolean isAsStrict(Slo slo, Slo old) {
        return slo.indicator() == old.indicator()
                && slo.objective() >= old.objective()
                && (old.threshold() == null || isWithin(slo.threshold(), old.threshold()));
    }

    private static boolean isWithin(@Nullable Duration time, Duration limit) {
        return time != null && time.compareTo(limit) <= 0;
    }

    private static String percent(Slo slo) {
        return hundredfold(slo).toPlainString() + " %";
    }

    private static BigDecimal hundredfold(Slo slo) {
        return BigDecimal.valueOf(slo.objective()).movePointRight(2).stripTrailingZeros();
    }

    private static @Nullable String milliseconds(@Nullable Duration time) {
        return time == null ? null : time.toMillis() + " ms";
    }

    private void budget(EntityRef group) {
        EntityRef ref = renames.after(group);
        Budget old = before.budget(before.snapshot().indexOf(group)).value();
        Budget now = after.budget(after.snapshot().indexOf(ref)).value();
        if (old == null || entity(after.snapshot(), ref) == null) {
            return;
        }
        if (now == null || !now.currency().equals(old.currency())) {
            add(ref, "budget", amount(old), now == null ? null : amount(now), null);
        } else if (now.monthly().compareTo(old.monthly()) > 0) {
            add(ref, "budget", amount(old), amount(now), Measure.atMost(now.monthly(), old.monthly(), unit(old)));
        }
    }

    private static String amount(Budget budget) {
        return budget.monthly().toPlainString() + " " + unit(budget);
    }

    private static String unit(Budget budget) {
        return budget.currency() + "/month";
    }

    private void initiative(Initiative old, @Nullable Entity same) {
        BigDecimal allowed = old.carbonAllowance();
        if (allowed == null || !(same instanceof Initiative now)) {
            return;
        }
        BigDecimal more = now.carbonAllowance();
        if (more == null) {
            add(old.ref(), "carbonAllowance", allowed.toPlainString() + " kg/month", null, null);
        } else if (more.compareTo(allowed) > 0) {
            Measure measure = Measure.atMost(more, allowed, "kg/month");
            add(
                    old.ref(),
                    "carbonAllowance",
                    allowed.toPlainString() + " kg/month",
                    more.toPlainString() + " kg/month",
                    measure);
        }
    }

    /// Gates know an environment by its name: under another one it is not what it was.
    private void environment(Environment old, @Nullable Entity same) {
        Environment now = same instanceof Environment environment ? environment : null;
        if (Boolean.TRUE.equals(old.production()) && (now == null || !Boolean.TRUE.equals(now.production()))) {
            add(old.ref(), "production", true, now == null ? null : now.production(), null);
        }
        List<Environment.Freeze> left = now == null ? List.of() : now.freezes();
        if (!old.freezes().stream().filter(this::isToCome).allMatch(freeze -> isKept(freeze, left))) {
            add(old.ref(), "freezes", freezes(old.freezes()), freezes(left), null);
        }
    }

    private boolean isToCome(Environment.Freeze freeze) {
        return freeze.end().isAfter(clock);
    }

    private static boolean isKept(Environment.Freeze freeze, List<Environment.Freeze> left) {
        return left.stream()
                .anyMatch(other ->
                        !other.start().isAfter(freeze.start()) && !other.end().isBefore(freeze.end()));
    }

    private @Nullable String freezes(List<Environment.Freeze> freezes) {
        Set<String> coming = new TreeSet<>();
        freezes.stream().filter(this::isToCome).forEach(freeze -> coming.add(freeze.start() + "/" + freeze.end()));
        return list(coming);
    }

    private void waiver(@Nullable Waiver old, Waiver now) {
        boolean isOver = !now.expires().isAfter(clock);
        if (!isOver && before.snapshot().all(Kind.WAIVER).noneMatch(number -> accepts(number, now))) {
            add(now.ref(), "accepts", old == null ? null : acceptance(old), acceptance(now), null);
        }
    }

    /// Whether a waiver from before accepts all that another does.
    private boolean accepts(int number, Waiver other) {
        Waiver waiver = before.entity(number, Waiver.class);
        return waiver != null
                && waiver.rule().equals(other.rule())
                && renames.after(waiver.subject()).equals(other.subject())
                && !waiver.expires().isBefore(other.expires());
    }

    private static String acceptance(Waiver waiver) {
        return waiver.rule() + " of " + waiver.subject() + " until " + waiver.expires();
    }

    private void add(
            EntityRef ref,
            String safeguard,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable Measure measure) {
        found.add(new Lowered(ref, safeguard, Objects.toString(before, null), Objects.toString(after, null), measure));
    }
}
