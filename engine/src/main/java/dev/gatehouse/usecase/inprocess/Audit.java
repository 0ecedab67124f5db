package dev.gatehouse.usecase.inprocess;

import dev.gatehouse.access.AuditLog;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.graph.Journal;
import dev.gatehouse.model.governance.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The audit log: entries in the journal, each with the hash of the one before, so that none can be altered or taken
/// out in the middle without a trace. That the newest were cut off shows only against a copy of the last hash.
public final class Audit implements AuditLog {
    private static final String STREAM = "audit";
    private static final String TYPE = "audited";
    private static final int PAGE = 1000;
    private static final String NOTHING = "";

    private final Journal journal;
    private final InstantSource clock;
    private final JournalStream stream;
    private Journal.@Nullable Sequenced newest;

    public Audit(Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
        this.stream = new JournalStream(journal, STREAM, entry -> newest = entry);
    }

    /// One entry.
    ///
    /// @param previous hash of the entry before, empty for the first
    /// @param hash digest of the canonical JSON of all the rest
    public record Entry(
            long sequence,
            Instant at,
            String actor,
            String action,
            String resource,
            Outcome outcome,
            String previous,
            String hash) {
        static Entry chained(
                long sequence,
                Instant at,
                String actor,
                String action,
                String resource,
                Outcome outcome,
                String previous) {
            Map<String, Object> content = Map.of(
                    "sequence", sequence,
                    "at", at,
                    "actor", actor,
                    "action", action,
                    "resource", resource,
                    "outcome", outcome,
                    "previous", previous);
            return new Entry(
                    sequence,
                    at,
                    actor,
                    action,
                    resource,
                    outcome,
                    previous,
                    Json.digest(content).value());
        }

        boolean intact() {
            return equals(chained(sequence, at, actor, action, resource, outcome, previous));
        }
    }

    /// What a walk along the chain found.
    ///
    /// @param entries how many are sound
    /// @param head hash of the last sound one, to be kept elsewhere; empty where there is none
    /// @param broken sequence number of the first that is not, or null
    /// @param why it is not, or null
    public record Verification(
            long entries,
            String head,
            @Nullable Long broken,
            @Nullable String why) {}

    @Override
    public synchronized void note(Actor actor, String action, String resource, Outcome outcome) {
        stream.append(() -> {
            long sequence = newest == null ? 1 : newest.sequence() + 1;
            String previous =
                    newest == null ? NOTHING : newest.value(Entry.class).hash();
            Entry entry = Entry.chained(sequence, clock.instant(), actor.name(), action, resource, outcome, previous);
            return new Journal.Entry(TYPE, entry.at(), Json.write(entry));
        });
    }

    /// Walks the whole chain, and stops at the first entry that is not sound.
    public Verification verify() {
        long sound = 0;
        String previous = NOTHING;
        List<Journal.Sequenced> page;
        do {
            page = journal.read(STREAM, sound, PAGE);
            for (Journal.Sequenced sequenced : page) {
                Checked checked = check(sequenced, sound + 1, previous);
                if (checked.why() != null) {
                    return new Verification(sound, previous, sound + 1, checked.why());
                }
                sound++;
                previous = checked.hash();
            }
        } while (page.size() == PAGE);
        return new Verification(sound, previous, null, null);
    }

    private record Checked(String hash, @Nullable String why) {}

    private static Checked check(Journal.Sequenced sequenced, long expected, String previous) {
        Entry entry;
        try {
            entry = Json.read(sequenced.entry().json(), Entry.class);
        } catch (InvalidInputException e) {
            return new Checked(NOTHING, "it is no audit entry");
        }
        String why = null;
        if (sequenced.sequence() != expected || entry.sequence() != expected) {
            why = "entry " + sequenced.sequence() + " stands in its place, and calls itself " + entry.sequence();
        } else if (!entry.previous().equals(previous)) {
            why = "it does not follow the entry before it";
        } else if (!entry.intact()) {
            why = "its content is not what was hashed";
        }
        return new Checked(entry.hash(), why);
    }
}
