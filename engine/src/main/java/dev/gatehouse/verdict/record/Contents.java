package dev.gatehouse.verdict.record;

import dev.gatehouse.document.Digest;
import dev.gatehouse.document.InvalidInputException;
import java.util.List;
import java.util.Map;

/// What records were made of, by digest.
@FunctionalInterface
public interface Contents {
    /// The contents with these digests; those that are not kept are left out.
    Map<Digest, byte[]> contents(List<Digest> digests);

    /// The same, each there and as it was kept.
    ///
    /// @throws InvalidInputException when one is not kept, or was altered
    default Map<Digest, byte[]> checked(List<Digest> digests) {
        Map<Digest, byte[]> contents = contents(digests);
        for (Digest digest : digests) {
            if (!Digest.of(get(digest, contents)).equals(digest)) {
                throw new InvalidInputException(
                        "The content of " + digest + " was altered", "take the record from a backup");
            }
        }
        return contents;
    }

    /// One of them, there and as it was kept.
    ///
    /// @throws InvalidInputException when it is not kept, or was altered
    default byte[] one(Digest digest) {
        return get(digest, checked(List.of(digest)));
    }

    /// Puts a content among others, and names it.
    static Digest put(byte[] content, Map<Digest, byte[]> contents) {
        Digest digest = Digest.of(content);
        contents.put(digest, content);
        return digest;
    }

    /// The content with that digest.
    ///
    /// @throws InvalidInputException when it is not among these
    static byte[] get(Digest digest, Map<Digest, byte[]> contents) {
        byte[] content = contents.get(digest);
        if (content == null) {
            throw new InvalidInputException(
                    "The record lacks the content of " + digest,
                    "give the whole record, or ask the server that keeps it");
        }
        return content;
    }
}
