package dev.gatehouse.graph.traversal;

import static dev.gatehouse.graph.Sketch.ref;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.graph.Need;
import dev.gatehouse.graph.Sketch;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.graph.traversal.BlastRadius.Effect;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlastRadiusTest {
    private final Snapshot shop = Sketch.sketch()
            .hard("web", "checkout")
            .hard("checkout", "payments")
            .soft("checkout", "search")
            .hard("search", "index")
            .observed("reports", "payments")
            .snapshot();

    @Test
    void fails_along_hard_needs_only() {
        BlastRadius radius = BlastRadius.of(shop, Set.of(ref("payments")));

        assertThat(radius.effect(ref("checkout"))).isEqualTo(Effect.FAILS);
        assertThat(radius.effect(ref("web"))).isEqualTo(Effect.FAILS);
        assertThat(radius.failing()).isEqualTo(2);
    }

    @Test
    void degrades_whoever_needs_someone_that_only_degrades() {
        BlastRadius radius = BlastRadius.of(shop, Set.of(ref("index")));

        assertThat(radius.affected())
                .containsExactly(
                        new BlastRadius.Affected(ref("search"), Effect.FAILS, 1),
                        new BlastRadius.Affected(ref("checkout"), Effect.DEGRADES, 2),
                        new BlastRadius.Affected(ref("web"), Effect.DEGRADES, 3));
    }

    @Test
    void proves_each_effect_with_a_path_to_the_start() {
        BlastRadius radius = BlastRadius.of(shop, Set.of(ref("payments")));

        assertThat(radius.path(ref("web")))
                .containsExactly(
                        new Hop(ref("web"), ref("dependency:web-to-checkout"), ref("checkout")),
                        new Hop(ref("checkout"), ref("dependency:checkout-to-payments"), ref("payments")));
    }

    @Test
    void leaves_out_who_was_only_observed() {
        BlastRadius radius = BlastRadius.of(shop, Set.of(ref("payments")));

        assertThat(radius.effect(ref("reports"))).isNull();
        assertThat(radius.path(ref("reports"))).isEmpty();
    }

    @Test
    void degrades_while_an_alternative_stands_and_fails_when_none_does() {
        Snapshot snapshot =
                Sketch.sketch().anyOf("checkout", "pay", "visa", "paypal").snapshot();

        assertThat(BlastRadius.of(snapshot, Set.of(ref("visa"))).effect(ref("checkout")))
                .isEqualTo(Effect.DEGRADES);
        assertThat(BlastRadius.of(snapshot, Set.of(ref("visa"), ref("paypal"))).effect(ref("checkout")))
                .isEqualTo(Effect.FAILS);
    }

    @Test
    void knows_nobody_hurt_by_what_is_not_there() {
        assertThat(BlastRadius.of(shop, Set.of(ref("ghost"))).size()).isZero();
    }

    @Test
    void reaches_down_to_what_is_needed() {
        Reach reach = Reach.downstream(shop, shop.indexOf(ref("web")), Reach.DECLARED);

        assertThat(reach.size()).isEqualTo(4);
        assertThat(reach.distance(ref("index"))).isEqualTo(3);
        assertThat(reach.path(ref("search"))).extracting(Hop::to).containsExactly(ref("checkout"), ref("search"));
        assertThat(Reach.downstream(shop, shop.indexOf(ref("web")), Set.of(Need.HARD))
                        .size())
                .isEqualTo(2);
    }
}
