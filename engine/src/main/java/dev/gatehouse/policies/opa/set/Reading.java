package dev.gatehouse.policies.opa.set;

import dev.gatehouse.document.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one rule of a policy's text reads.
///
/// @param path of its package, and its name: `[gatehouse, compliance, owner_known, deny]`
/// @param looks at the input
/// @param uses other rules and data, each by its path as far as that is written out
record Reading(List<String> path, List<Look> looks, List<List<String>> uses) {
    Reading {
        path = List.copyOf(path);
        looks = List.copyOf(looks);
        uses = List.copyOf(uses);
    }

    /// Whether a path names this rule, something in it, or what it is in.
    boolean isAt(List<String> other) {
        int shared = Math.min(path.size(), other.size());
        return path.subList(0, shared).equals(other.subList(0, shared));
    }

    /// A look at the input.
    ///
    /// @param key of the input; null where it is the input as a whole, or any of its keys
    /// @param attribute of what stands under the key; null where none is written out
    record Look(Position at, @Nullable String key, @Nullable String attribute) {}
}
