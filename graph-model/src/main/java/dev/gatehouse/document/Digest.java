package dev.gatehouse.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Names content by its SHA-256, in lower-case hexadecimal with the algorithm before it: `sha256:9f86d0…`.
public record Digest(String value) implements Comparable<Digest> {
    private static final String PREFIX = "sha256:";

    public Digest {
        if (!isOne(value)) {
            throw new IllegalArgumentException("'" + value + "' is not a digest of the form sha256:<64 hex digits>");
        }
    }

    /// Whether it has the form of a digest.
    public static boolean isOne(String value) {
        return value.startsWith(PREFIX) && value.length() == PREFIX.length() + 64;
    }

    public static Digest of(byte[] content) {
        try {
            return new Digest(PREFIX
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    public static Digest of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The first hexadecimal digits, for names and keys that people see.
    ///
    /// @param digits up to 64
    public String brief(int digits) {
        return value.substring(PREFIX.length(), PREFIX.length() + digits);
    }

    @Override
    public int compareTo(Digest other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
