package dev.gatehouse.facts.assembly;

import dev.gatehouse.facts.Brief;
import dev.gatehouse.facts.Fact;
import dev.gatehouse.facts.NeededBy;
import dev.gatehouse.facts.Purpose;
import dev.gatehouse.facts.Receives;
import dev.gatehouse.facts.Subject;
import dev.gatehouse.facts.Sums;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Relation;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.component.Deployment;
import dev.gatehouse.model.economy.Budget;
import dev.gatehouse.model.economy.Initiative;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The facts about what gathers components: a system, a team, an environment; and about an initiative.
final class GroupingSheet {
    private final EnvironmentView view;
    private final EntityRef ref;
    private final RuleInterests interests;

    GroupingSheet(EnvironmentView view, EntityRef ref, RuleInterests interests) {
        this.view = view;
        this.ref = ref;
        this.interests = interests;
    }

    SheetBuilder build() {
        SheetBuilder sheet = new SheetBuilder(view, ref, SubjectKind.of(ref.kind()), interests);
        if (ref.kind() == Kind.INITIATIVE) {
            sheet.part(PartName.PURPOSE, this::purpose);
            return sheet;
        }
        sheet.partFromAnywhere(PartName.SUBJECT, this::members);
        sheet.partFromAnywhere(PartName.SUMS, () -> List.of(sums()));
        if (ref.kind() == Kind.SYSTEM) {
            sheet.partFromAnywhere(PartName.NEEDS, () -> ofMembers(EdgeFacts::needs));
            sheet.partFromAnywhere(PartName.SENDS, () -> ofMembers(EdgeFacts::sends));
            sheet.partFromAnywhere(PartName.NEEDED_BY, () -> fromOthers(EdgeFacts::neededBy, NeededBy::other));
            sheet.partFromAnywhere(PartName.RECEIVES, () -> fromOthers(EdgeFacts::receives, Receives::other));
        }
        return sheet;
    }

    /// Edges that begin at a member, among the members and across.
    private <F extends Fact> List<F> ofMembers(Function<EdgeFacts, List<F>> edges) {
        return view.gathered(view.snapshot().indexOf(ref), Relation.PART_OF).stream()
                .flatMap(member -> edges
                        .apply(new EdgeFacts(view, member, component(member).ref()))
                        .stream())
                .sorted(Comparator.comparing(Fact::ref))
                .toList();
    }

    /// Edges from elsewhere that end at a member: those among the members stand where they begin.
    private <F extends Fact> List<F> fromOthers(Function<EdgeFacts, List<F>> edges, Function<F, Brief> other) {
        return ofMembers(edges).stream()
                .filter(edge -> !ref.equals(other.apply(edge).system()))
                .toList();
    }

    private List<Fact> purpose() {
        Initiative found = view.entity(view.snapshot().indexOf(ref), Initiative.class);
        return found == null
                ? List.of()
                : List.of(new Purpose(found.ref(), found.owner(), found.worth(), found.carbonAllowance()));
    }

    private List<Subject> members() {
        int number = view.snapshot().indexOf(ref);
        if (ref.kind() == Kind.ENVIRONMENT) {
            return view.referring(number, Relation.DEPLOYED_IN, Deployment.class).stream()
                    .map(deployment -> view.snapshot().indexOf(deployment.component()))
                    .filter(member -> view.entity(member, Component.class) != null)
                    .map(member -> view.component(member).subject())
                    .toList();
        }
        return view.gathered(number, ref.kind() == Kind.GROUP ? Relation.OWNED_BY : Relation.PART_OF).stream()
                .map(member -> view.component(member).subject())
                .toList();
    }

    private Component component(int member) {
        return Objects.requireNonNull(view.entity(member, Component.class), "members are components");
    }

    private Sums sums() {
        List<Subject> members = members();
        Budget budget = view.budget(view.snapshot().indexOf(ref)).value();
        return new Sums(
                ref,
                members.size(),
                sum(members, Subject::monthlyCost),
                unknown(members, Subject::monthlyCost),
                sum(members, Subject::monthlyCarbon),
                unknown(members, Subject::monthlyCarbon),
                budget == null ? null : budget.monthly(),
                budget == null ? null : budget.currency());
    }

    private static BigDecimal sum(List<Subject> members, Function<Subject, @Nullable BigDecimal> amount) {
        return members.stream()
                .map(amount)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static int unknown(List<Subject> members, Function<Subject, @Nullable BigDecimal> amount) {
        return (int) members.stream().map(amount).filter(Objects::isNull).count();
    }
}
