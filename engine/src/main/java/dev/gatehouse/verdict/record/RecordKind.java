package dev.gatehouse.verdict.record;

import java.util.regex.Pattern;

/// A kind of record, as those who keep and look up records have to know it.
///
/// @param word what a record of this kind is about, for people
/// @param stream what the names of their streams in the journal begin with; those that are kept are found by it
/// @param idKey the key of its id, which no other kind has
public record RecordKind<R extends Envelope>(String word, String stream, Class<R> type, String idKey) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    /// Whether a record can have that id. Records may be files, so no other text is ever looked for.
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }
}
