package dev.gatehouse.graph;

import dev.gatehouse.model.Reading;
import java.time.Instant;
import java.util.List;

/// Keeps the architecture and its history: a chain of revisions, each a difference to the one before.
public interface Graph {
    /// The newest revision, as the store has it now, with its snapshot.
    ///
    /// @throws EditedException when the store holds what Gatehouse did not write
    /// @throws StoreException when the store cannot be reached
    State head();

    /// The architecture as it was at a past revision; 0 is empty.
    ///
    /// @throws StoreException when there is no such revision, or the store cannot be reached
    Snapshot at(long revision);

    /// Appends a revision.
    ///
    /// @param expected number of the revision that the difference was made against
    /// @throws StaleRevisionException when another revision came first; nothing was written
    /// @throws StoreException when the store cannot be reached; whether it was written is then unknown
    State commit(long expected, Commit commit);

    /// Undoes what was edited past Gatehouse, out of the history; an import begins with it. Does nothing where nothing
    /// was edited.
    ///
    /// @throws StoreException when the store cannot be reached, or the history itself is damaged
    void restore();

    /// A revision and the architecture at it.
    record State(Revision revision, Snapshot snapshot) {}

    /// What a new revision says.
    record Commit(Delta delta, List<Reading> readings, Instant at, String by, String message) {
        public Commit {
            readings = List.copyOf(readings);
        }

        /// The revision that it becomes as the one of that number.
        public Revision revision(long number) {
            return new Revision(number, at, by, message, readings, delta.size());
        }
    }
}
