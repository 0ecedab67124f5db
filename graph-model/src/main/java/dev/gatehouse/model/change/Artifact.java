package dev.gatehouse.model.change;

/// A file that a change brings along.
///
/// @param kind `terraform-plan`, `kubernetes`, …
/// @param path as the change names it; a name only, never opened by a server
/// @param content the text itself
public record Artifact(String kind, String path, String content) {}
