package dev.gatehouse.graph.memory;

import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.Revision;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.graph.StaleRevisionException;
import dev.gatehouse.graph.StoreException;
import java.util.ArrayList;
import java.util.List;

/// A graph in memory, with every past revision.
public final class MemoryGraph implements Graph {
    private final List<State> states = new ArrayList<>(List.of(new State(Revision.NONE, Snapshot.empty())));

    @Override
    public synchronized State head() {
        return states.getLast();
    }

    @Override
    public synchronized Snapshot at(long revision) {
        if (revision < 0 || revision >= states.size()) {
            throw new StoreException(
                    "There is no revision " + revision + " in memory; the newest is " + (states.size() - 1), null);
        }
        return states.get((int) revision).snapshot();
    }

    @Override
    public synchronized State commit(long expected, Commit commit) {
        State head = head();
        if (head.revision().number() != expected) {
            throw new StaleRevisionException(expected, head.revision().number());
        }
        State next = new State(commit.revision(expected + 1), head.snapshot().next(commit.delta(), commit.readings()));
        states.add(next);
        return next;
    }

    @Override
    public void restore() {
        // Nobody but this object can edit it.
    }
}
