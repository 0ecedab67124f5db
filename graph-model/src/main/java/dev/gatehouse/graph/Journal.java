package dev.gatehouse.graph;

import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import java.time.Instant;
import java.util.List;

/// What happened, in order, in named streams. What was appended is there after kill -9.
public interface Journal {
    /// Appends entries to a stream, all or none.
    ///
    /// @param expected sequence number of the stream's last entry as the caller knows it; 0 for a new stream
    /// @param fence a number that never falls within a stream: a writer with a smaller one than the last was
    ///     replaced and is refused
    /// @return the last entry's sequence number
    /// @throws StaleRevisionException when the stream has another last entry, or a larger fence; nothing was
    ///     written
    /// @throws StoreException when the store cannot be reached; whether it was written is then unknown
    long append(String stream, long expected, long fence, List<Entry> entries);

    /// Entries of a stream with a sequence number above `after`, in order, at most `limit`.
    List<Sequenced> read(String stream, long after, int limit);

    /// One entry: what kind it is, when it was made, and its content as canonical JSON.
    record Entry(String type, Instant at, String json) {}

    /// An entry with its place in the stream, counted from 1.
    record Sequenced(long sequence, Entry entry) {
        /// What the entry says.
        ///
        /// @throws StoreException when that is not of this type: somebody else wrote it, or altered it
        public <T> T value(Class<T> type) {
            try {
                return Json.read(entry.json(), type);
            } catch (InvalidInputException e) {
                throw new StoreException(
                        "Entry " + sequence + " of the journal ('" + entry.type() + "') is damaged: "
                                + e.diagnostics().getFirst().message() + "; take the store from a backup",
                        e);
            }
        }
    }
}
