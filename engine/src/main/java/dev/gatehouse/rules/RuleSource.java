package dev.gatehouse.rules;

import dev.gatehouse.document.Digest;
import org.jspecify.annotations.Nullable;

/// A rule as it stands in its folder `rules/<gate>/<id>/`.
///
/// @param id the name of its folder
/// @param gate the name of the folder above
/// @param file its `rule.drl` as the user would name it
/// @param drl the text of that file
/// @param path the text of its `path.yaml`; null where it asks no path question
public record RuleSource(
        String id,
        String gate,
        String file,
        String drl,
        @Nullable String path) {
    /// Where it stands below any root: `resilience/tier-inversion`.
    public String folder() {
        return gate + "/" + id;
    }

    /// The digest of its `path.yaml`, or null.
    public @Nullable Digest question() {
        return path == null ? null : Digest.of(path);
    }

    /// The name of its `path.yaml`, whether or not it has one.
    public String pathFile() {
        return file.endsWith("rule.drl") ? file.substring(0, file.length() - "rule.drl".length()) + "path.yaml" : file;
    }
}
