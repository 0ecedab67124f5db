package dev.gatehouse.verdict.record;

/// A kind of record, as those who keep and look up records have to know it.
///
/// @param word what a record of this kind is about, for people
/// @param stream what the names of their streams in the journal begin with; those that are kept are found by it
/// @param idKey the key of its id, which no other kind has
public record RecordKind<R extends Envelope>(String word, String stream, Class<R> type, String idKey) {}
