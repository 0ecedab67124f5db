package dev.gatehouse.facts.assembly;

import dev.gatehouse.facts.Brief;
import dev.gatehouse.facts.Fact;
import dev.gatehouse.facts.Grouping;
import dev.gatehouse.facts.Membership;
import dev.gatehouse.facts.NeededBy;
import dev.gatehouse.facts.Purpose;
import dev.gatehouse.facts.Receives;
import dev.gatehouse.facts.Stage;
import dev.gatehouse.facts.Subject;
import dev.gatehouse.facts.Sums;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.component.Environment;
import dev.gatehouse.model.component.User;
import dev.gatehouse.model.economy.Budget;
import dev.gatehouse.model.economy.Initiative;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The facts about what is no component: what gathers components (a system, a domain, a team, an environment, an
/// initiative), and a user.
final class GroupingSheet {
    /// Parts that the subject's own document declares; of the others any source could have declared something.
    private static final Set<PartName> OWN =
            Set.of(PartName.GROUPING, PartName.STAGE, PartName.MEMBERSHIP, PartName.PURPOSE);

    private final EnvironmentView view;
    private final EntityRef ref;
    private final int number;
    private final RuleInterests interests;
    private final LocalDate day;

    GroupingSheet(EnvironmentView view, EntityRef ref, RuleInterests interests, LocalDate day) {
        this.view = view;
        this.ref = ref;
        this.number = view.snapshot().indexOf(ref);
        this.interests = interests;
        this.day = day;
    }

    SheetBuilder build() {
        SubjectKind kind = SubjectKind.of(ref.kind());
        SheetBuilder sheet = new SheetBuilder(view, ref, kind, interests);
        for (PartName part : kind.parts()) {
            if (OWN.contains(part)) {
                sheet.part(part, () -> facts(part));
            } else {
                sheet.partFromAnywhere(part, () -> facts(part));
            }
        }
        return sheet;
    }

    private List<? extends Fact> facts(PartName part) {
        return switch (part) {
            case GROUPING ->
                own(
                        dev.gatehouse.model.component.Grouping.class,
                        found -> new Grouping(ref, found.owner(), found.parent()));
            case STAGE -> own(Environment.class, found -> new Stage(ref, found.production(), found.region()));
            case MEMBERSHIP -> own(User.class, found -> new Membership(ref, found.memberOf()));
            case PURPOSE ->
                own(Initiative.class, found -> new Purpose(ref, found.owner(), found.worth(), found.carbonAllowance()));
            case COMPONENTS -> members();
            case SUMS -> List.of(sums());
            case NEEDS -> ofMembers(EdgeFacts::needs);
            case SENDS -> ofMembers(EdgeFacts::sends);
            case NEEDED_BY -> fromOthers(EdgeFacts::neededBy, NeededBy::other);
            case RECEIVES -> fromOthers(EdgeFacts::receives, Receives::other);
            default -> throw new IllegalArgumentException("No " + ref.kind().word() + " has the part " + part.word());
        };
    }

    private <T extends Entity> List<Fact> own(Class<T> type, Function<T, Fact> fact) {
        T found = view.entity(number, type);
        return found == null ? List.of() : List.of(fact.apply(found));
    }

    /// Edges that begin at a member, among the members and across.
    private <F extends Fact> List<F> ofMembers(Function<EdgeFacts, List<F>> edges) {
        return Gathering.members(view, number, day).stream()
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

    private List<Subject> members() {
        return Gathering.members(view, number, day).stream()
                .map(member -> view.component(member).subject())
                .sorted(Comparator.comparing(Subject::ref))
                .toList();
    }

    private Component component(int member) {
        return Objects.requireNonNull(view.entity(member, Component.class), "members are components");
    }

    private Sums sums() {
        List<Subject> members = members();
        Budget budget = view.budget(number).value();
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
