package dev.gatehouse.findings;

import dev.gatehouse.model.Ordered;
import java.util.List;
import java.util.Map;

/// What a judge says of one sheet.
///
/// @param findings in no particular order
/// @param failed rules that could not be judged, with why: they give an error, never a pass
public record Judgement(List<Finding> findings, List<Score> scores, Map<String, String> failed) {
    /// Nothing to say.
    public static final Judgement NONE = new Judgement(List.of(), List.of(), Map.of());

    public Judgement {
        findings = List.copyOf(findings);
        scores = List.copyOf(scores);
        failed = Ordered.copyOf(failed);
    }
}
