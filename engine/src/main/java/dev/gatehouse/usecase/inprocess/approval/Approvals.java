package dev.gatehouse.usecase.inprocess.approval;

import dev.gatehouse.document.Json;
import dev.gatehouse.graph.Journal;
import dev.gatehouse.model.governance.Approval;
import dev.gatehouse.model.governance.Rejection;
import dev.gatehouse.usecase.inprocess.JournalStream;
import java.util.ArrayList;
import java.util.List;

/// The approvals and rejections that were given, in the journal.
public final class Approvals {
    private static final String STREAM = "approvals";
    private static final String APPROVED = "approved";
    private static final String REJECTED = "rejected";

    private final JournalStream stream;
    private final List<Approval> given = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<Approval> valid = new ArrayList<>();

    public Approvals(Journal journal) {
        this.stream = new JournalStream(journal, STREAM, this::take);
    }

    /// All that were given until now and whose change was not rejected afterwards, oldest first; expired ones too.
    public synchronized List<Approval> all() {
        stream.follow();
        return List.copyOf(valid);
    }

    /// All that were ever given, those that were voided too, oldest first.
    synchronized List<Approval> given() {
        stream.follow();
        return List.copyOf(given);
    }

    /// All that were ever given, oldest first.
    synchronized List<Rejection> rejections() {
        stream.follow();
        return List.copyOf(rejections);
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
    synchronized void add(Approval approval) {
        stream.append(() -> new Journal.Entry(APPROVED, approval.at(), Json.write(approval)));
    }

    /// Voids what was approved until now.
    synchronized void add(Rejection rejection) {
        stream.append(() -> new Journal.Entry(REJECTED, rejection.at(), Json.write(rejection)));
    }
}
