package dev.gatehouse.verdict;

/// Why something could not be judged.
///
/// @param shadow whether its rule only runs in shadow: then it makes no error
public record Failure(String why, boolean shadow) {}
