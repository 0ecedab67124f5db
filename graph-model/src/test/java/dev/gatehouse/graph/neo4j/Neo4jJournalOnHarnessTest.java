package dev.gatehouse.graph.neo4j;

import dev.gatehouse.graph.Journal;
import dev.gatehouse.graph.JournalContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

class Neo4jJournalOnHarnessTest extends JournalContract {
    private @Nullable Neo4jStore store;

    @Override
    protected Journal emptyJournal() throws Exception {
        Neo4jStore opened = Databases.Harness.emptyStore();
        store = opened;
        return opened.journal();
    }

    @AfterEach
    void end() {
        if (store != null) {
            store.close();
        }
    }
}
