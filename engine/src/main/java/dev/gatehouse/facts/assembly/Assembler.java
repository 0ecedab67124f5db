package dev.gatehouse.facts.assembly;

import dev.gatehouse.facts.Circle;
import dev.gatehouse.facts.change.ResolvedChange;
import dev.gatehouse.facts.sheet.FactSheet;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.facts.sheet.SheetPair;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.graph.traversal.Cycles;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.change.Artifact;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.governance.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Fills fact sheets: of what a change can touch, before and after it, or of everything.
public final class Assembler {
    /// What of an architecture has a sheet of its own.
    private static final List<Kind> KINDS = List.of(
            Kind.COMPONENT,
            Kind.API,
            Kind.RESOURCE,
            Kind.EXTERNAL,
            Kind.SYSTEM,
            Kind.DOMAIN,
            Kind.GROUP,
            Kind.USER,
            Kind.ENVIRONMENT,
            Kind.INITIATIVE);

    private final EntityRef environment;
    private final RuleInterests interests;
    private final Actor actor;
    private final Instant clock;

    /// @param environment whose deployments count
    /// @param interests the parts that rules look at; others stay away
    /// @param actor who asks: on the change's sheet only
    /// @param clock the time of judging: exact on the change's sheet, the day elsewhere
    public Assembler(EntityRef environment, RuleInterests interests, Actor actor, Instant clock) {
        this.environment = environment;
        this.interests = interests;
        this.actor = actor;
        this.clock = clock;
    }

    /// The sheets that differ, and those of everything that the change names; sorted by subject. The change's own
    /// sheet, and those of its artifacts, have no before.
    public List<SheetPair> pairs(ResolvedChange change) {
        EnvironmentViews views = EnvironmentViews.of(change, environment);
        Set<EntityRef> named = change.named();
        List<SheetPair> pairs = pairs(change, views, AffectedSheets.of(change, views, interests), circles(change));
        pairs.removeIf(pair -> pair.judgesAlike() && !named.contains(pair.subject()));
        return pairs;
    }

    /// The sheets of all subjects, before and after, whether they differ or not.
    public List<SheetPair> allPairs(ResolvedChange change) {
        Map<EntityRef, Set<PartName>> subjects = new TreeMap<>();
        for (Snapshot either : List.of(change.before(), change.after())) {
            subjects(either).forEach(subject -> subjects.put(subject, EnumSet.allOf(PartName.class)));
        }
        Map<EntityRef, SheetPair> circles = new TreeMap<>();
        joinCircles(circles, change, Cycles.all(change.before()), Cycles.all(change.after()));
        return pairs(change, EnvironmentViews.of(change, environment), subjects, circles);
    }

    /// The sheets of everything in an architecture, one after the other.
    public Stream<FactSheet> fleet(Snapshot snapshot) {
        Stream<FactSheet> entities =
                subjects(snapshot).stream().map(ref -> sheet(new EnvironmentView(snapshot, environment), ref));
        Stream<FactSheet> circles = interests.include(SubjectKind.CYCLE)
                ? Cycles.all(snapshot).stream().map(group -> circle(snapshot, group))
                : Stream.empty();
        return Stream.concat(entities, circles).filter(Objects::nonNull).map(Objects::requireNonNull);
    }

    private List<SheetPair> pairs(
            ResolvedChange change,
            EnvironmentViews views,
            Map<EntityRef, Set<PartName>> subjects,
            Map<EntityRef, SheetPair> circles) {
        List<SheetPair> pairs = new ArrayList<>();
        Set<EntityRef> named = change.named();
        subjects.forEach((subject, mayDiffer) -> {
            SheetPair pair = pair(views, subject, mayDiffer, named.contains(subject));
            if (pair != null) {
                pairs.add(pair);
            }
        });
        pairs.addAll(circles.values());
        if (interests.include(SubjectKind.CHANGE)) {
            pairs.add(new SheetPair(
                    null,
                    new ChangeSheet(change, views, interests, actor, clock)
                            .build()
                            .build()));
        }
        if (interests.include(SubjectKind.ARTIFACT)) {
            change.change().artifacts().forEach(artifact -> pairs.add(new SheetPair(null, artifact(artifact))));
        }
        pairs.sort(Comparator.comparing(SheetPair::subject));
        return pairs;
    }

    private @Nullable SheetPair pair(
            EnvironmentViews views, EntityRef subject, Set<PartName> mayDiffer, boolean named) {
        if (subject.kind().connects()) {
            ComponentSheet before = component(views.before(), subject);
            ComponentSheet after = component(views.after(), subject);
            if (before != null && after != null) {
                return new ComponentPair(before, after, mayDiffer, interests).draw(named);
            }
        }
        FactSheet before = sheet(views.before(), subject);
        FactSheet after = sheet(views.after(), subject);
        return before == null && after == null ? null : new SheetPair(before, after);
    }

    private Set<EntityRef> subjects(Snapshot snapshot) {
        Set<EntityRef> subjects = new TreeSet<>();
        for (Kind kind : KINDS) {
            if (interests.include(SubjectKind.of(kind))) {
                refs(snapshot, snapshot.all(kind)).forEach(subjects::add);
            }
        }
        return subjects;
    }

    private static Stream<EntityRef> refs(Snapshot snapshot, IntStream numbers) {
        return numbers.mapToObj(snapshot::at)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .map(Declaration::ref);
    }

    private @Nullable FactSheet sheet(EnvironmentView view, EntityRef subject) {
        if (view.snapshot().find(subject) == null) {
            return null;
        }
        ComponentSheet component = component(view, subject);
        return component != null
                ? component.sheet(ComponentSheet.parts(interests))
                : new GroupingSheet(gathering(view, subject), subject, interests, day())
                        .build()
                        .build();
    }

    /// An environment shows what it gathers as it is there.
    private static EnvironmentView gathering(EnvironmentView view, EntityRef subject) {
        return subject.kind() == Kind.ENVIRONMENT && !subject.equals(view.environment())
                ? new EnvironmentView(view.snapshot(), subject)
                : view;
    }

    private LocalDate day() {
        return clock.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private @Nullable ComponentSheet component(EnvironmentView view, EntityRef subject) {
        int number = view.snapshot().indexOf(subject);
        Component component = view.entity(number, Component.class);
        return component == null ? null : new ComponentSheet(view, number, component, interests, day());
    }

    private Map<EntityRef, SheetPair> circles(ResolvedChange change) {
        Map<EntityRef, SheetPair> circles = new TreeMap<>();
        if (interests.include(SubjectKind.CYCLE)) {
            AffectedSheets.Circles found = AffectedSheets.circles(change);
            joinCircles(circles, change, found.before(), found.after());
        }
        return circles;
    }

    private void joinCircles(
            Map<EntityRef, SheetPair> circles,
            ResolvedChange change,
            Iterable<List<EntityRef>> before,
            Iterable<List<EntityRef>> after) {
        if (!interests.include(SubjectKind.CYCLE)) {
            return;
        }
        Map<EntityRef, FactSheet> old = new LinkedHashMap<>();
        before.forEach(group -> old.put(name(group), circle(change.before(), group)));
        after.forEach(group ->
                circles.put(name(group), new SheetPair(old.remove(name(group)), circle(change.after(), group))));
        old.forEach((name, sheet) -> circles.put(name, new SheetPair(sheet, null)));
    }

    private static EntityRef name(List<EntityRef> group) {
        EntityRef first = group.getFirst();
        return new EntityRef(Kind.CYCLE, first.namespace(), first.name());
    }

    private FactSheet circle(Snapshot snapshot, List<EntityRef> group) {
        SheetBuilder sheet =
                new SheetBuilder(new EnvironmentView(snapshot, environment), name(group), SubjectKind.CYCLE, interests);
        sheet.partFromAnywhere(
                PartName.CIRCLE, () -> List.of(new Circle(name(group), group, Cycles.witness(snapshot, group))));
        return sheet.build();
    }

    private FactSheet artifact(Artifact artifact) {
        EntityRef ref = EntityRef.of(Kind.ARTIFACT, artifact.path());
        return new FactSheet(ref, environment, Map.of(), Map.of(), Map.of(), artifact);
    }
}
