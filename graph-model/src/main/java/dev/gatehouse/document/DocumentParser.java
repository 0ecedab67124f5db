package dev.gatehouse.document;

/// Turns a file into its documents; never throws over what the file contains.
@FunctionalInterface
public interface DocumentParser {
    /// @param name of the file as the user gave it; appears in every diagnostic
    Parsed parse(String name, byte[] content);
}
