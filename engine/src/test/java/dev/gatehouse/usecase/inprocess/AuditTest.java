package dev.gatehouse.usecase.inprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.access.AuditLog.Outcome;
import dev.gatehouse.access.AuditedAccess;
import dev.gatehouse.access.PolicyAccess;
import dev.gatehouse.access.RefusedException;
import dev.gatehouse.document.Json;
import dev.gatehouse.graph.Journal;
import dev.gatehouse.graph.memory.MemoryJournal;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.policies.NoAnswerException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final MemoryJournal journal = new MemoryJournal();
    private final Audit audit = new Audit(journal, () -> NOW);

    private void note(String action) {
        audit.note(Actor.ADMINISTRATOR, action, "r", Outcome.ALLOWED);
    }

    @Test
    void verifies_a_chain_that_two_servers_wrote() {
        note("catalog:import");
        new Audit(journal, () -> NOW).note(Actor.ADMINISTRATOR, "waiver:create", "w", Outcome.REFUSED);
        note("catalog:import");
        Audit.Verification verification = audit.verify();
        assertThat(verification.broken()).isNull();
        assertThat(verification.entries()).isEqualTo(3);
        assertThat(verification.head()).startsWith("sha256:");
    }

    @Test
    void names_the_first_entry_that_was_altered() {
        note("catalog:import");
        note("waiver:create");
        note("decision:approve");
        MemoryJournal forged = copy(2, "\"action\":\"waiver:create\"", "\"action\":\"waiver:read\"");
        Audit.Verification verification = new Audit(forged, () -> NOW).verify();
        assertThat(verification.broken()).isEqualTo(2);
        assertThat(verification.why()).contains("not what was hashed");
        assertThat(verification.entries()).isEqualTo(1);
    }

    @Test
    void names_the_first_entry_after_one_that_was_taken_out() {
        note("catalog:import");
        note("waiver:create");
        note("decision:approve");
        MemoryJournal shortened = new MemoryJournal();
        List<Journal.Sequenced> all = journal.read("audit", 0, 10);
        shortened.append("audit", 0, 0, List.of(all.get(0).entry(), all.get(2).entry()));
        assertThat(new Audit(shortened, () -> NOW).verify().broken()).isEqualTo(2);
    }

    @Test
    void notes_what_is_refused_and_what_nobody_could_judge_but_no_reading() {
        AuditedAccess access = new AuditedAccess(
                new PolicyAccess((_, input) -> {
                    if (input.path("action").asText().equals("broken:create")) {
                        throw new NoAnswerException("OPA is down", null);
                    }
                    return input.path("action").asText().equals("odd:create")
                            ? Json.tree(Map.of("allow", "yes"))
                            : Json.tree(Map.of("allow", true));
                }),
                audit);
        access.require(Actor.ADMINISTRATOR, "decision:read", "d");
        access.require(Actor.ADMINISTRATOR, "decision:create", "d");
        assertThatThrownBy(() -> access.require(Actor.ADMINISTRATOR, "broken:create", "d"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("OPA is down");
        assertThatThrownBy(() -> access.require(Actor.ADMINISTRATOR, "odd:create", "d"))
                .isInstanceOf(RefusedException.class);
        assertThat(journal.read("audit", 0, 10))
                .extracting(sequenced ->
                        Json.read(sequenced.entry().json(), Audit.Entry.class).outcome())
                .containsExactly(Outcome.ALLOWED, Outcome.REFUSED, Outcome.REFUSED);
    }

    private MemoryJournal copy(int altered, String old, String now) {
        MemoryJournal copy = new MemoryJournal();
        journal.read("audit", 0, 10).forEach(sequenced -> {
            Journal.Entry entry = sequenced.entry();
            String json = sequenced.sequence() == altered ? entry.json().replace(old, now) : entry.json();
            copy.append(
                    "audit", sequenced.sequence() - 1, 0, List.of(new Journal.Entry(entry.type(), entry.at(), json)));
        });
        return copy;
    }
}
