package dev.gatehouse.usecase.inprocess.approval;

import dev.gatehouse.document.Json;
import dev.gatehouse.graph.Journal;
import dev.gatehouse.graph.StaleRevisionException;
import dev.gatehouse.model.governance.Approval;
import dev.gatehouse.model.governance.Rejection;
import java.util.ArrayList;
import java.util.List;

/// The approvals and rejections that were given, in the journal.
public final class Approvals {
    private static final String STREAM = "approvals";
    private static final String APPROVED = "approved";
    private static final String REJECTED = "rejected";
    private static final int PAGE = 1000;

    private final Journal journal;
    private final List<Approval> given = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<Approval> valid = new ArrayList<>();
    private long last;

    public Approvals(Journal journal) {
        this.journal = journal;
    }

    /// All that were given until now and whose change was not rejected afterwards, oldest first; expired ones too.
    public synchronized List<Approval> all() {
        follow();
        return List.copyOf(valid);
    }

    /// All that were ever given, those that were voided too, oldest first.
    synchronized List<Approval> given() {
        follow();
        return List.copyOf(given);
    }

    /// All that were ever given, oldest first.
    synchronized List<Rejection> rejections() {
        follow();
        return List.copyOf(rejections);
    }

    private void follow() {
        List<Journal.Sequenced> more;
        do {
            more = journal.read(STREAM, last, PAGE);
            more.forEach(sequenced -> {
                take(sequenced);
                last = sequenced.sequence();
            });
        } while (more.size() == PAGE);
    }

    private void take(Journal.Sequenced entry) {
        if (entry.entry().type().equals(REJECTED)) {
            Rejection rejection = entry.value(Rejection.class);
            rejections.add(rejection);
            valid.removeIf(approval -> approval.change().equals(rejection.change()));
        } else {
            Approval approval = entry.value(Approval.class);
            given.add(approval);
            valid.add(approval);
        }
    }

    /// Keeps one more.
    void add(Approval approval) {
        append(new Journal.Entry(APPROVED, approval.at(), Json.write(approval)));
    }

    /// Voids what was approved until now.
    void add(Rejection rejection) {
        append(new Journal.Entry(REJECTED, rejection.at(), Json.write(rejection)));
    }

    private synchronized void append(Journal.Entry entry) {
        while (true) {
            follow();
            try {
                journal.append(STREAM, last, 0, List.of(entry));
                return;
            } catch (StaleRevisionException e) {
                // Somebody else approved something meanwhile: read on, and append behind it.
            }
        }
    }
}
