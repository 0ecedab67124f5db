package dev.gatehouse.facts.assembly;

import static dev.gatehouse.fixture.Architecture.architecture;
import static dev.gatehouse.fixture.Architecture.ref;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.facts.Fact;
import dev.gatehouse.facts.Grouping;
import dev.gatehouse.facts.Membership;
import dev.gatehouse.facts.Setting;
import dev.gatehouse.facts.Sums;
import dev.gatehouse.facts.sheet.FactSheet;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.fixture.Architecture;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.EntityRef;
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
        assertThat(refs(commerce, PartName.MEMBERS)).containsExactly("booking", "web");
        assertThat(commerce.first(Sums.class))
                .satisfies(sums -> assertThat(sums.monthlyCost()).isEqualByComparingTo("15"));
        assertThat(commerce.first(Grouping.class))
                .isEqualTo(new Grouping(ref("domain:commerce"), ref("group:sales"), null));
        assertThat(sheet(shop, "domain:payments").first(Grouping.class))
                .extracting(Grouping::parent)
                .isEqualTo(ref("domain:commerce"));
        assertThat(refs(sheet(shop, "domain:payments"), PartName.MEMBERS)).containsExactly("booking");
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
        assertThat(sheet(shop, "environment:production").first(Setting.class))
                .extracting(Setting::production)
                .isEqualTo(true);
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
