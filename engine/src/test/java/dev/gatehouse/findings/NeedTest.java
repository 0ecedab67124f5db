package dev.gatehouse.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.facts.Brief;
import dev.gatehouse.facts.Fact;
import dev.gatehouse.facts.Needs;
import dev.gatehouse.facts.Subject;
import dev.gatehouse.facts.sheet.Part;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.component.Criticality;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeedTest {
    private static final EntityRef CHECKOUT = EntityRef.of(Kind.COMPONENT, "checkout");
    private static final EntityRef PATIENT = EntityRef.of(Kind.EXTERNAL, "patient");

    @ParameterizedTest
    @ValueSource(
            strings = {"subject", "in-flight", "needs.other.tier", "subject[tier<=2].zones", "needs[criticality=hard]"})
    void reads_what_it_writes(String text) {
        assertThat(Need.parse(text)).get().hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "subjct", "subject.", "subject[tier<=low].zones", "subject[].zones", "subject[tier~2]"})
    void does_not_read_what_it_cannot_mean(String text) {
        assertThat(Need.parse(text)).isEmpty();
    }

    @Test
    void only_numbers_are_compared_by_order() {
        assertThat(mistake("needs[timeout<=2].protocol"))
                .isEqualTo("'needs[timeout<=2].protocol' compares 'timeout' by '<=', and it is no number");
        assertThat(mistake("needs[other>=2].protocol")).contains("it is no number");
        assertThat(mistake("needs[retries>=2].protocol")).isEmpty();
        assertThat(mistake("subject[tier<=2].zones")).isEmpty();
    }

    @Test
    void attributes_are_those_of_the_parts_facts() {
        assertThat(mistake("subject.tiar")).contains("names no attribute of Subject: 'tiar'");
        assertThat(mistake("subject[tiar=1].tier")).contains("'tiar'");
    }

    @Test
    void parts_are_those_of_the_subjects_sheets() {
        assertThat(NeedCheck.check("sums.budget", SubjectKind.TEAM)).isEmpty();
        assertThat(NeedCheck.check("sums.budget", null)).isEmpty();
        assertThat(mistake("sums.budget")).isEqualTo("'sums' is no part of a sheet whose subject is component");
    }

    @Test
    void a_part_that_is_known_and_followed_by_what_cannot_be_read_is_not_taken_for_a_mistyped_part() {
        assertThat(mistake("subject[tier~2]")).isEqualTo("'subject[tier~2]' cannot be read");
        assertThat(mistake("subjct[tier=2]")).isEqualTo("'subjct[tier=2]' names no part of a sheet: 'subjct'");
        assertThat(mistake("subjct")).isEqualTo("'subjct' is no part of a sheet");
    }

    private static String mistake(String need) {
        return NeedCheck.check(need, SubjectKind.COMPONENT)
                .map(NeedCheck.Wrong::message)
                .orElse("");
    }

    @Test
    void an_attribute_is_missing_only_where_the_condition_holds() {
        assertThat(missing("subject[tier<=2].zones", subject(CHECKOUT, 2, true)))
                .containsExactly(CHECKOUT);
        assertThat(missing("subject[tier<=2].zones", subject(CHECKOUT, 3, true)))
                .isEmpty();
        assertThat(missing("subject[tier<=2].zones", subject(CHECKOUT, null, true)))
                .isEmpty();
        assertThat(missing("needs[criticality=hard].protocol", needs(CHECKOUT, Criticality.HARD, null)))
                .hasSize(1);
        assertThat(missing("needs[criticality=hard].protocol", needs(CHECKOUT, Criticality.SOFT, null)))
                .isEmpty();
    }

    @Test
    void nothing_is_missing_where_there_is_nothing_to_know() {
        assertThat(missing("subject.tier", subject(CHECKOUT, null, false))).containsExactly(CHECKOUT);
        assertThat(missing("subject.tier", subject(PATIENT, null, false))).isEmpty();
        assertThat(missing("subject.region", subject(PATIENT, null, false))).containsExactly(PATIENT);
        assertThat(missing("subject.replicas", subject(CHECKOUT, 1, false))).isEmpty();
        assertThat(missing("subject.replicas", subject(CHECKOUT, 1, true))).containsExactly(CHECKOUT);
    }

    @Test
    void of_an_edge_that_was_only_seen_nothing_is_missing() {
        Needs declared = needs(PATIENT, null, null);
        Needs seen = needs(CHECKOUT, null, Instant.EPOCH);

        assertThat(missing("needs.criticality", declared)).containsExactly(declared.ref());
        assertThat(missing("needs.other.tier", declared)).isEmpty();
        assertThat(missing("needs.criticality", seen)).isEmpty();
        assertThat(missing("needs.other.tier", needs(CHECKOUT, null, null))).hasSize(1);
    }

    private static List<EntityRef> missing(String need, Fact fact) {
        return Need.parse(need).orElseThrow().missing(new Part(List.of(fact), true));
    }

    private static Subject subject(EntityRef ref, @Nullable Integer tier, boolean deployed) {
        return new Subject(
                ref, null, null, null, null, tier, Set.of(), Set.of(), Map.of(), Set.of(), deployed, null, null, null,
                null, null, null, null, null, null, null, null, Map.of());
    }

    private static Needs needs(EntityRef to, @Nullable Criticality criticality, @Nullable Instant observedAt) {
        Brief other = new Brief(to, null, null, null, null, null, null, Set.of(), null);
        EntityRef edge = EntityRef.of(Kind.DEPENDENCY, "edge");
        return new Needs(edge, CHECKOUT, other, criticality, null, null, null, null, null, null, Set.of(), observedAt);
    }
}
