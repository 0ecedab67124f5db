package dev.gatehouse.cli.output.page;

import static dev.gatehouse.cli.output.Sample.BANK;
import static dev.gatehouse.cli.output.Sample.CHECKOUT;
import static dev.gatehouse.cli.output.Sample.HUB;
import static dev.gatehouse.cli.output.Sample.LOYALTY;
import static dev.gatehouse.cli.output.Sample.PAYMENTS;
import static dev.gatehouse.cli.output.Sample.needs;
import static dev.gatehouse.cli.output.Sample.sends;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.graph.traversal.Hop;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathDrawingTest {
    private static String draw(int width, Hop... path) {
        return String.join("\n", new PathDrawing(width).draw(List.of(path)));
    }

    @Test
    void a_path_says_what_each_edge_means() {
        assertThat(draw(80, needs(CHECKOUT, PAYMENTS), sends(PAYMENTS, BANK)))
                .isEqualTo("checkout ──needs──▶ payments ──sends to──▶ bank");
    }

    @Test
    void an_edge_that_is_walked_backwards_points_back() {
        assertThat(draw(80, needs(PAYMENTS, BANK), needs(CHECKOUT, PAYMENTS)))
                .isEqualTo("bank ◀──needs── payments ◀──needs── checkout");
    }

    @Test
    void a_circle_is_closed() {
        assertThat(draw(80, needs(CHECKOUT, PAYMENTS), needs(PAYMENTS, CHECKOUT)))
                .isEqualTo("""
                        checkout ──needs──▶ payments
                        ▲                   │
                        └───────needs───────┘""");
    }

    @Test
    void a_circle_too_wide_ends_where_it_began() {
        assertThat(draw(40, needs(CHECKOUT, PAYMENTS), needs(PAYMENTS, BANK), needs(BANK, CHECKOUT)))
                .isEqualTo("""
                        checkout ──needs──▶ payments
                          ──needs──▶ bank ──needs──▶ checkout""");
        assertThat(PathDrawing.line(List.of(needs(CHECKOUT, PAYMENTS), needs(PAYMENTS, CHECKOUT))))
                .isEqualTo("checkout ──needs──▶ payments ──needs──▶ checkout");
    }

    @Test
    void who_needs_itself_is_drawn_in_one_line() {
        assertThat(draw(80, needs(CHECKOUT, CHECKOUT))).isEqualTo("checkout ──needs──▶ checkout");
    }

    @Test
    void hops_that_do_not_hang_together_stand_apart() {
        assertThat(draw(80, needs(CHECKOUT, LOYALTY), needs(PAYMENTS, HUB))).isEqualTo("""
                        checkout ──needs──▶ loyalty
                        payments ──needs──▶ insurer-hub""");
    }

    @Test
    void no_path_is_no_line() {
        assertThat(draw(80)).isEmpty();
        assertThat(PathDrawing.line(List.of())).isEmpty();
    }
}
