package dev.gatehouse.verdict.record;

import java.util.List;

/// A kind of record, as those who keep and look up records have to know it.
///
/// @param word what a record of this kind is about, for people
/// @param needed JSON pointers into a record, to what none is without; the first tells the kind from others
public record RecordKind<R extends Envelope>(String word, Class<R> type, List<String> needed) {
    public RecordKind {
        needed = List.copyOf(needed);
    }
}
