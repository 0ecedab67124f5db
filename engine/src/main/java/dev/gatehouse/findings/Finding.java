package dev.gatehouse.findings;

import dev.gatehouse.facts.Citation;
import dev.gatehouse.facts.Measure;
import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One rule's statement about one subject.
///
/// @param key what identifies it beside rule and subject, as the rule's key says: refs mostly
/// @param message one sentence with the names and values
/// @param path the way in the graph that proves it; empty where it is about the subject alone
/// @param facts the values that prove it
public record Finding(
        String ruleId,
        EntityRef subject,
        List<String> key,
        Severity severity,
        String message,
        @Nullable Measure measure,
        List<Hop> path,
        List<Citation> facts) {
    public Finding {
        key = List.copyOf(key);
        path = List.copyOf(path);
        facts = List.copyOf(facts);
    }

    /// The same, as severe as that.
    public Finding with(Severity other) {
        return new Finding(ruleId, subject, key, other, message, measure, path, facts);
    }

    /// What makes two findings of different times the same one.
    public Identity identity() {
        return new Identity(ruleId, subject, key);
    }

    /// Rule, subject and key.
    public record Identity(String ruleId, EntityRef subject, List<String> key) {}
}
