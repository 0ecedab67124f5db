package dev.gatehouse.policies;

import dev.gatehouse.document.Digest;
import dev.gatehouse.document.Json;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.model.Ordered;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Policies that are loaded, judged by and replaced together.
///
/// @param source what else makes the set what it is
/// @param texts of the policies and their data tables by path, `/` between folders; without the tests
/// @param policies those that find, sorted by id; others only answer
public record PolicySet(Source source, Map<String, String> texts, List<Policy> policies) {
    public PolicySet {
        texts = Ordered.copyOf(texts);
        policies = policies.stream()
                .sorted(Comparator.comparing((Policy policy) -> policy.rule().id()))
                .toList();
    }

    /// The digest of the texts and of how they are read.
    public Digest digest() {
        return Json.digest(new Content(source, texts));
    }

    /// What is known about each policy that finds, sorted by id.
    public List<Rule> rules() {
        return policies.stream().map(Policy::rule).toList();
    }

    /// How a set is read.
    ///
    /// @param pack name of a pack that was written for another tool and has no metadata; null for Gatehouse's own
    public record Source(@Nullable String pack, Dialect dialect) {
        /// Gatehouse's own policies: with metadata, in today's Rego.
        public static final Source OWN = new Source(null, Dialect.V1);
    }

    private record Content(Source source, Map<String, String> texts) {}
}
