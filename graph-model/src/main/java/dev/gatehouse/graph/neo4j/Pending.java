package dev.gatehouse.graph.neo4j;

import dev.gatehouse.graph.Delta;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Gatherers;
import org.neo4j.driver.Transaction;

/// Brings the present architecture up to the newest revision, in steps that each are a transaction. The history has
/// spoken already, so any process may do it, several at once even: every step locks the head and goes on only where the
/// present still stands where the step began.
final class Pending {
    private static final String CLEAR = """
            MATCH (n) WHERE n:Entity OR n:%s
            WITH n LIMIT 2000 DETACH DELETE n RETURN count(*) AS gone""".formatted(String.join(" OR n:", Present.LABELS.values()));

    private final Bolt bolt;
    private final History history;

    Pending(Bolt bolt, History history) {
        this.bolt = bolt;
        this.history = history;
    }

    /// Finishes what another process, or we before a crash, left behind.
    void settle() {
        Head head = Head.read(bolt);
        if (head.applied() == Head.REBUILD) {
            rebuild(head.revision());
        } else if (head.applied() < head.revision()) {
            History.Link before = history.load(head.applied()).link();
            for (History.Link link : history.after(before, head.revision())) {
                long number = link.revision().number();
                apply(number - 1, number, history.delta(link), false);
            }
        }
    }

    private void rebuild(long revision) {
        long gone = 1;
        while (gone > 0) {
            gone = guarded(
                    Head.REBUILD, tx -> tx.run(CLEAR).single().get("gone").asLong());
        }
        apply(
                Head.REBUILD,
                revision,
                History.everything(history.load(revision).state().snapshot()),
                true);
    }

    /// Writes a difference onto the present architecture that stands at `from`, after which it stands at `to`.
    void apply(long from, long to, Delta delta, boolean onNothing) {
        // The next ones are made while one is run.
        boolean ours = Present.statements(delta, onNothing)
                .gather(Gatherers.mapConcurrent(Parts.AHEAD, Supplier::get))
                .allMatch(query -> guarded(from, tx -> {
                            tx.run(query).consume();
                            return 1;
                        })
                        > 0);
        if (ours) {
            guarded(from, tx -> {
                new Head(Head.lock(tx).revision(), to).write(tx);
                return 1;
            });
        }
    }

    /// What the work gives, or 0 where the present stands elsewhere by now.
    private long guarded(long from, ToLongFunction<Transaction> work) {
        return bolt.transact(
                "write the present architecture", tx -> Head.lock(tx).applied() == from ? work.applyAsLong(tx) : 0L);
    }
}
