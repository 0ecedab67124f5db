package dev.gatehouse.graph.neo4j;

import dev.gatehouse.graph.Delta;
import dev.gatehouse.graph.EditedException;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.Revision;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.graph.StaleRevisionException;
import dev.gatehouse.graph.StoreException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;

/// The architecture and its history in Neo4j. The newest snapshot is kept in memory and follows the store by the
/// differences of what others wrote, one small query where nothing is new.
public final class Neo4jGraph implements Graph {
    /// How often a comparison begins again because somebody wrote meanwhile.
    private static final int TRIES = 5;

    private final Bolt bolt;
    private final History history;
    private final Pending pending;
    /// Whether the server tells when somebody else wrote.
    private final boolean watched;
    /// One writer of this process at a time; readers do not wait for it.
    private final ReentrantLock writing = new ReentrantLock();

    private volatile List<String> differences = List.of();
    /// The mark of the comparison that found them.
    private volatile String compared = "";

    private History.Known known;

    private Neo4jGraph(Bolt bolt, History history, History.Known known, boolean watched) {
        this.bolt = bolt;
        this.watched = watched;
        this.history = history;
        this.pending = new Pending(bolt, history);
        this.known = known;
    }

    /// @param copy of the history, to begin from where nobody else wrote; null where there is none
    static Neo4jGraph open(Bolt bolt, boolean watched, @Nullable HistoryCopy copy) {
        Head.Seen seen = Head.open(bolt);
        History history = new History(bolt);
        boolean unedited = watched && seen.mark().equals(Head.UNEDITED);
        if (copy != null && !unedited) {
            copy.forget();
        }
        long newest = seen.head().revision();
        History.Known known = copy == null ? history.load(newest) : history.load(newest, copy);
        Neo4jGraph graph = new Neo4jGraph(bolt, history, known, watched);
        if (unedited) {
            graph.pending.settle();
        } else {
            graph.compare();
        }
        return graph;
    }

    @Override
    public State head() {
        Head.Seen seen = Head.see(bolt);
        if (watched && !isKnown(seen.mark())) {
            compareAgain();
        }
        List<String> edits = differences;
        if (!edits.isEmpty()) {
            throw new EditedException("The graph at " + bolt.uri() + " was edited past Gatehouse: "
                    + String.join("; ", edits) + ". Likely cure: import again");
        }
        return follow(seen.head().revision()).state();
    }

    /// Compares, since somebody else wrote; unless another thread has done so meanwhile.
    private void compareAgain() {
        writing.lock();
        try {
            if (!isKnown(Head.see(bolt).mark())) {
                verify();
            }
        } finally {
            writing.unlock();
        }
    }

    /// Whether what was found last still holds. Where another process found all well meanwhile, it is believed.
    private boolean isKnown(String mark) {
        if (mark.equals(Head.UNEDITED)) {
            differences = List.of();
            return true;
        }
        return !differences.isEmpty() && mark.equals(compared);
    }

    private History.Known follow() {
        return follow(Head.read(bolt).revision());
    }

    /// @param newest as it was seen last
    private synchronized History.Known follow(long newest) {
        long ours = known.link().revision().number();
        // Seen before another thread wrote, it may be behind what is known here.
        if (newest < ours && Head.read(bolt).revision() < ours) {
            throw history.damaged("revision " + ours + " is gone");
        }
        if (newest > ours) {
            for (History.Link link : history.after(known.link(), newest)) {
                known = next(known, link, history.delta(link));
            }
        }
        return known;
    }

    private synchronized void advance(History.Known before, History.Known after) {
        if (known.link().equals(before.link())) {
            known = after;
        }
    }

    private static History.Known next(History.Known before, History.Link link, Delta delta) {
        Snapshot snapshot =
                before.state().snapshot().next(delta, link.revision().readings());
        return new History.Known(new State(link.revision(), snapshot), link);
    }

    @Override
    public Snapshot at(long revision) {
        long newest = Head.read(bolt).revision();
        if (revision < 0 || revision > newest) {
            throw new StoreException(
                    "There is no revision " + revision + " in the graph at " + bolt.uri() + "; the newest is " + newest,
                    null);
        }
        return history.load(revision).state().snapshot();
    }

    @Override
    public State commit(long expected, Commit commit) {
        writing.lock();
        try {
            long newest = head().revision().number();
            if (newest != expected) {
                throw new StaleRevisionException(expected, newest);
            }
            History.Known before = follow();
            // Built while the store is written.
            CompletableFuture<Snapshot> snapshot = CompletableFuture.supplyAsync(
                    () -> before.state().snapshot().next(commit.delta(), commit.readings()));
            Revision revision = commit.revision(expected + 1);
            History.Link link = commit.delta().size() <= Parts.SIZE
                    ? writeSmall(before.link(), revision, commit.delta())
                    : writeLarge(before.link(), revision, commit.delta());
            History.Known after = new History.Known(new State(link.revision(), snapshot.join()), link);
            advance(before, after);
            history.keepFull(after);
            return after.state();
        } finally {
            writing.unlock();
        }
    }

    /// Everything in one transaction.
    private History.Link writeSmall(History.Link before, Revision revision, Delta delta) {
        Optional<History.Link> link = Optional.empty();
        while (link.isEmpty()) {
            pending.settle();
            link = bolt.transact("write revision " + revision.number(), tx -> {
                if (lock(tx, revision).applied() != before.revision().number()) {
                    return Optional.empty();
                }
                History.Stored stored = history.store(
                        delta,
                        revision.number(),
                        (query, parameters) -> tx.run(query, parameters).consume());
                Present.statements(delta, revision.number() == 1)
                        .forEach(query -> tx.run(query.get()).consume());
                new Head(revision.number(), revision.number()).write(tx);
                return Optional.of(History.create(tx, before.next(revision, stored.load(), stored.digests())));
            });
        }
        return link.get();
    }

    /// Stores the parts, then makes them the newest revision in one small transaction, then writes them onto the
    /// present architecture; whoever comes next finishes the last where we do not.
    private History.Link writeLarge(History.Link before, Revision revision, Delta delta) {
        pending.settle();
        history.clean();
        History.Stored stored = history.store(delta, revision.number(), history::write);
        History.Link link = bolt.transact("write revision " + revision.number(), tx -> {
            Head head = lock(tx, revision);
            new Head(revision.number(), head.applied()).write(tx);
            return History.create(tx, before.next(revision, stored.load(), stored.digests()));
        });
        pending.apply(before.revision().number(), revision.number(), delta, revision.number() == 1);
        return link;
    }

    private static Head lock(Transaction tx, Revision revision) {
        Head head = Head.lock(tx);
        long expected = revision.number() - 1;
        if (head.revision() != expected) {
            throw new StaleRevisionException(expected, head.revision());
        }
        return head;
    }

    /// Reads the history again, since what is known may be from before it was damaged, and compares the present
    /// architecture with it; stops decisions where they differ.
    ///
    /// @return the first differences, each naming its entity; empty where there is none
    /// @throws StoreException where the history itself is damaged
    public List<String> verify() {
        history.check(Head.read(bolt).revision());
        return compare();
    }

    private List<String> compare() {
        writing.lock();
        try {
            for (int tries = 0; tries < TRIES; tries++) {
                pending.settle();
                String comparing = UUID.randomUUID().toString();
                Head.mark(bolt, "", comparing);
                State state = follow().state();
                List<String> found = new Comparison(bolt, state.snapshot()).differences();
                long number = state.revision().number();
                if (Head.read(bolt).equals(new Head(number, number))) {
                    if (watched && found.isEmpty()) {
                        Head.mark(bolt, comparing, Head.UNEDITED);
                    }
                    compared = comparing;
                    differences = found;
                    return found;
                }
            }
        } finally {
            writing.unlock();
        }
        throw new StoreException(
                "The graph at " + bolt.uri() + " changes faster than it can be compared with its history. Likely cure:"
                        + " try again when no import runs",
                null);
    }

    @Override
    public void restore() {
        if (!verify().isEmpty()) {
            bolt.transact("begin anew", tx -> {
                new Head(Head.lock(tx).revision(), Head.REBUILD).write(tx);
                return true;
            });
            compare();
        }
    }
}
