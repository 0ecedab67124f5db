package dev.gatehouse.facts.assembly;

import static dev.gatehouse.fixture.Architecture.architecture;
import static dev.gatehouse.fixture.Architecture.ref;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.facts.Fact;
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
import org.junit.jupiter.api.Test;

class GroupingSheetTest {
    private static final Set<PartName> EDGES = ComponentSheet.EDGES;

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

    private static FactSheet sheet(Snapshot snapshot, String system) {
        RuleInterests interests = new RuleInterests(
                List.of(new RuleInterests.Interest(SubjectKind.SYSTEM, EDGES, RuleInterests.When.DIFFERENT)), Map.of());
        return new Assembler(
                        Architecture.PRODUCTION, interests, Actor.ADMINISTRATOR, Instant.parse("2026-11-20T12:00:00Z"))
                .fleet(snapshot)
                .filter(sheet -> sheet.subject().equals(ref(system)))
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
