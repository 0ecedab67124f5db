package dev.gatehouse.graph.memory;

import dev.gatehouse.graph.Journal;
import dev.gatehouse.graph.JournalContract;

class MemoryJournalTest extends JournalContract {
    @Override
    protected Journal emptyJournal() {
        return new MemoryJournal();
    }
}
