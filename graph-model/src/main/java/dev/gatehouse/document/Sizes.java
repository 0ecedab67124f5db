package dev.gatehouse.document;

/// How much is read at once, and what is said of more: the same wherever it is met.
public final class Sizes {
    /// The most bytes of a file.
    public static final int FILE = 32 * 1024 * 1024;

    /// The most bytes of the files of a source.
    public static final int SOURCE = 64 * 1024 * 1024;

    /// What helps where a source is larger.
    public static final String SPLIT_SOURCE = "split them over several sources, and import one after the other";

    private static final String SPLIT_FILE = "split it into several files";

    private static final int MIB = 1024 * 1024;

    private Sizes() {}

    /// What is wrong with a file of more than [#FILE].
    public static Diagnostic ofFile(String name, long bytes) {
        return Diagnostic.error(new Position(name, 0, 0, null), "the file has " + more(bytes, FILE), SPLIT_FILE);
    }

    /// What is wrong with files that have more than [#SOURCE] together.
    public static Diagnostic ofSource(long bytes) {
        return Diagnostic.error("the files together have " + more(bytes, SOURCE), SPLIT_SOURCE);
    }

    private static String more(long bytes, int most) {
        return bytes + " bytes; at most " + most + " (" + most / MIB + " MiB) are read";
    }
}
