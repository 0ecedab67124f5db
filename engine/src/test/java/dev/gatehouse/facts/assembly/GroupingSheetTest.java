package dev.gatehouse.facts.assembly;

import static dev.gatehouse.fixture.Architecture.architecture;
import static dev.gatehouse.fixture.Architecture.ref;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gatehouse.facts.Fact;
import dev.gatehouse.facts.Grouping;
import dev.gatehouse.facts.Membership;
import dev.gatehouse.facts.Purpose;
import dev.gatehouse.facts.Stage;
import dev.gatehouse.facts.Subject;
import dev.gatehouse.facts.Sums;
import dev.gatehouse.facts.sheet.FactSheet;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.fixture.Architecture;
import dev.gatehouse.graph.Delta;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.model.change.RegisteredChange;
import dev.gatehouse.model.governance.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GroupingSheetTest {
    @Test
    void the_sheet_of_a_system_shows_the_edges_among_its_members_and_across() {
        Snapshot shop = architecture()
                .with("System", "front", "")
                .with("System", "back", "")
                .component("web", "system: front")
                .component("checkout", "system: front")
                .component("stock", "system: back")
                .dependency("web", "checkout", "")
                .dependency("checkout", "stock", "sends: [internal]")
                .snapshot();

        FactSheet front = sheet(shop, "system:front");
        assertThat(refs(front, PartName.NEEDS)).containsExactly("checkout-to-stock", "web-to-checkout");
        assertThat(refs(front, PartName.NEEDED_BY)).isEmpty();
        assertThat(refs(front, PartName.SENDS)).hasSize(1);

        FactSheet back = sheet(shop, "system:back");
        assertThat(refs(back, PartName.NEEDS)).isEmpty();
        assertThat(refs(back, PartName.NEEDED_BY)).containsExactly("checkout-to-stock");
        assertThat(refs(back, PartName.RECEIVES)).hasSize(1);
    }

    @Test
    void the_sheet_of_a_domain_shows_the_components_of_its_systems_and_of_the_domains_below_it() {
        Snapshot shop = architecture()
                .with("Domain", "commerce", "owner: sales")
                .with("Domain", "payments", "subdomainOf: commerce")
                .with("System", "front", "domain: commerce")
                .with("System", "ledger", "domain: payments")
                .with("System", "elsewhere", "")
                .component("web", "system: front, monthlyCost: 10")
                .component("booking", "system: ledger, monthlyCost: 5")
                .component("bakery", "system: elsewhere, monthlyCost: 1")
                .snapshot();

        FactSheet commerce = sheet(shop, "domain:commerce");
        assertThat(refs(commerce, PartName.COMPONENTS)).containsExactly("booking", "web");
        assertThat(commerce.first(Sums.class))
                .satisfies(sums -> assertThat(sums.monthlyCost()).isEqualByComparingTo("15"));
        assertThat(commerce.first(Grouping.class))
                .isEqualTo(new Grouping(ref("domain:commerce"), ref("group:sales"), null));
        assertThat(sheet(shop, "domain:payments").first(Grouping.class))
                .extracting(Grouping::parent)
                .isEqualTo(ref("domain:commerce"));
        assertThat(refs(sheet(shop, "domain:payments"), PartName.COMPONENTS)).containsExactly("booking");
    }

    @Test
    void the_sheet_of_a_user_shows_the_groups_and_that_of_an_environment_what_it_is() {
        Snapshot shop = architecture()
                .with("Group", "sales", "")
                .with("User", "ada", "memberOf: [sales]")
                .with("User", "bob", "")
                .snapshot();

        assertThat(sheet(shop, "user:ada").first(Membership.class))
                .isEqualTo(new Membership(ref("user:ada"), Set.of(ref("group:sales"))));
        assertThat(sheet(shop, "user:bob").first(Membership.class))
                .isEqualTo(new Membership(ref("user:bob"), Set.of()));
        assertThat(sheet(shop, "environment:production").first(Stage.class))
                .extracting(Stage::production)
                .isEqualTo(true);
    }

    @Test
    void the_sheet_of_a_team_shows_what_it_owns_and_that_of_an_environment_what_runs_there_as_it_is_there() {
        Snapshot shop = architecture()
                .with("Environment", "staging", "")
                .with("Group", "sales", "")
                .component("web", "owner: sales, replicas: 5")
                .component("till", "owner: sales")
                .component("stock", "owner: store")
                .with("Deployment", "web-in-production", "component: web, environment: production, replicas: 9")
                .with("Deployment", "web-in-staging", "component: web, environment: staging, replicas: 1")
                .with("Deployment", "stock-in-staging", "component: stock, environment: staging")
                .snapshot();

        assertThat(refs(sheet(shop, "group:sales"), PartName.COMPONENTS)).containsExactly("till", "web");
        assertThat(refs(sheet(shop, "environment:production"), PartName.COMPONENTS))
                .containsExactly("web");
        FactSheet staging = sheet(shop, "environment:staging");
        assertThat(refs(staging, PartName.COMPONENTS)).containsExactly("stock", "web");
        assertThat(staging.environment()).isEqualTo(ref("environment:staging"));
        assertThat(staging.facts().filter(Subject.class::isInstance).map(Subject.class::cast))
                .extracting(Subject::deployed, Subject::replicas)
                .containsExactly(tuple(true, null), tuple(true, 1));
    }

    @Test
    void the_sheet_of_an_initiative_shows_what_changes_for_it_touch_that_are_open_on_the_day() {
        Snapshot shop = architecture()
                .with("Initiative", "loyalty", "worth: 1000")
                .component("web", "monthlyCost: 10")
                .component("till", "monthlyCost: 5")
                .component("stock", "monthlyCost: 1")
                .snapshot();
        Snapshot registered = shop.with(Delta.of(List.of(
                registered("open", "web", RegisteredChange.State.APPROVED, "2026-12-01T00:00:00Z"),
                registered("done", "till", RegisteredChange.State.DONE, "2026-12-01T00:00:00Z"),
                registered("over", "stock", RegisteredChange.State.APPROVED, "2026-11-19T00:00:00Z"))));

        FactSheet loyalty = sheet(registered, "initiative:loyalty");

        assertThat(refs(loyalty, PartName.COMPONENTS)).containsExactly("web");
        assertThat(loyalty.first(Sums.class))
                .satisfies(sums -> assertThat(sums.monthlyCost()).isEqualByComparingTo("10"));
        assertThat(loyalty.first(Purpose.class)).isNotNull();
    }

    private static Declaration registered(String name, String touches, RegisteredChange.State state, String expires) {
        RegisteredChange change = new RegisteredChange(
                ref("change:" + name),
                null,
                state,
                Architecture.PRODUCTION,
                null,
                null,
                ref("initiative:loyalty"),
                null,
                "",
                Set.of(ref(touches)),
                Instant.parse("2026-11-01T00:00:00Z"),
                Instant.parse(expires));
        return new Declaration(change, new Provenance("changes", null, 0, false));
    }

    private static FactSheet sheet(Snapshot snapshot, String subject) {
        RuleInterests interests = new RuleInterests(
                Stream.of(SubjectKind.values())
                        .map(kind -> new RuleInterests.Interest(kind, kind.parts(), RuleInterests.When.DIFFERENT))
                        .toList(),
                Map.of());
        return new Assembler(
                        Architecture.PRODUCTION, interests, Actor.ADMINISTRATOR, Instant.parse("2026-11-20T12:00:00Z"))
                .fleet(snapshot)
                .filter(sheet -> sheet.subject().equals(ref(subject)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> refs(FactSheet sheet, PartName part) {
        return Objects.requireNonNull(sheet.parts().get(part)).facts().stream()
                .map(Fact::ref)
                .map(EntityRef::name)
                .toList();
    }
}
