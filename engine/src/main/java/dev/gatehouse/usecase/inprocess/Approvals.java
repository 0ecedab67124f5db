package dev.gatehouse.usecase.inprocess;

import dev.gatehouse.document.Json;
import dev.gatehouse.graph.Journal;
import dev.gatehouse.graph.StaleRevisionException;
import dev.gatehouse.model.governance.Approval;
import java.util.ArrayList;
import java.util.List;

/// The approvals that were given, in the journal.
public final class Approvals {
    private static final String STREAM = "approvals";
    private static final String TYPE = "approved";
    private static final int PAGE = 1000;

    private final Journal journal;
    private final List<Approval> known = new ArrayList<>();
    private long last;

    public Approvals(Journal journal) {
        this.journal = journal;
    }

    /// All that were given until now, oldest first.
    public synchronized List<Approval> all() {
        List<Journal.Sequenced> more;
        do {
            more = journal.read(STREAM, last, PAGE);
            more.forEach(sequenced -> {
                known.add(Json.read(sequenced.entry().json(), Approval.class));
                last = sequenced.sequence();
            });
        } while (more.size() == PAGE);
        return List.copyOf(known);
    }

    /// Keeps one more.
    synchronized void add(Approval approval) {
        Journal.Entry entry = new Journal.Entry(TYPE, approval.at(), Json.write(approval));
        while (true) {
            all();
            try {
                journal.append(STREAM, last, 0, List.of(entry));
                return;
            } catch (StaleRevisionException e) {
                // Somebody else approved something meanwhile: read on, and append behind it.
            }
        }
    }
}
