package dev.gatehouse.catalog;

/// A file's name as the user gave it, and its bytes.
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record SourceFile(String name, byte[] content) {}
