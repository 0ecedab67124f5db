package dev.gatehouse.graph;

import dev.gatehouse.model.Reading;
import java.time.Instant;
import java.util.List;

/// One step in the history of the architecture.
///
/// @param number counts from 1; 0 is the empty architecture before it
/// @param readings the sources that were read for it
/// @param by who asked for it
/// @param size how many entities it declared anew or removed
public record Revision(long number, Instant at, String by, String message, List<Reading> readings, int size) {
    /// Before anything was declared.
    public static final Revision NONE = new Revision(0, Instant.EPOCH, "", "", List.of(), 0);

    public Revision {
        readings = List.copyOf(readings);
    }
}
