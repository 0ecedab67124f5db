package dev.gatehouse.usecase.inprocess;

import dev.gatehouse.graph.Journal;
import dev.gatehouse.graph.StaleRevisionException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A stream of the journal that several servers append to, followed entry by entry. Not for several threads at once.
public final class JournalStream {
    private static final int PAGE = 1000;

    private final Journal journal;
    private final String name;
    private final Consumer<Journal.Sequenced> taker;
    private long last;

    /// @param taker is told each entry once, in order, whoever appended it
    public JournalStream(Journal journal, String name, Consumer<Journal.Sequenced> taker) {
        this.journal = journal;
        this.name = name;
        this.taker = taker;
    }

    /// Takes what was appended since the last time.
    public void follow() {
        List<Journal.Sequenced> more;
        do {
            more = journal.read(name, last, PAGE);
            more.forEach(this::take);
        } while (more.size() == PAGE);
    }

    /// Appends behind everything that stands there.
    ///
    /// @param entry is made once more, with what it follows taken, where another server was first
    public void append(Supplier<Journal.Entry> entry) {
        while (true) {
            follow();
            Journal.Entry next = entry.get();
            try {
                take(new Journal.Sequenced(journal.append(name, last, 0, List.of(next)), next));
                return;
            } catch (StaleRevisionException e) {
                // Read on, and append behind it.
            }
        }
    }

    private void take(Journal.Sequenced entry) {
        last = entry.sequence();
        taker.accept(entry);
    }
}
