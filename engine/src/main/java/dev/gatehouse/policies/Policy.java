package dev.gatehouse.policies;

import dev.gatehouse.findings.Rule;
import java.util.List;

/// A policy that finds.
///
/// @param rule what its metadata says
/// @param path of its package, without `data`: `[gatehouse, compliance, owner_known]`
public record Policy(Rule rule, List<String> path) {
    public Policy {
        path = List.copyOf(path);
    }
}
