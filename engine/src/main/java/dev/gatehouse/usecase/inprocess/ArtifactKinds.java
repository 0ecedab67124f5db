package dev.gatehouse.usecase.inprocess;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.model.change.Artifact;
import dev.gatehouse.verdict.JudgeSet;
import java.util.List;
import java.util.Objects;

/// Refuses artifacts of kinds that no policy is about: they would be taken along unjudged.
public final class ArtifactKinds {
    private ArtifactKinds() {}

    /// @throws InvalidInputException naming each artifact whose kind nobody judges
    public static void check(JudgeSet judges, List<Artifact> artifacts) {
        List<Rule> about = judges.rules().stream()
                .filter(rule -> rule.subject() == SubjectKind.ARTIFACT)
                .toList();
        if (about.stream().anyMatch(rule -> rule.artifactKind() == null)) {
            return;
        }
        List<String> known = about.stream()
                .map(rule -> Objects.requireNonNull(rule.artifactKind()))
                .distinct()
                .sorted()
                .toList();
        List<Diagnostic> wrong = artifacts.stream()
                .filter(artifact -> !known.contains(artifact.kind()))
                .map(artifact -> Diagnostic.error(
                        "no policy is about artifacts of kind '" + artifact.kind() + "', such as '" + artifact.path()
                                + "'",
                        Nearest.cure(artifact.kind(), known, "known are " + String.join(", ", known))))
                .toList();
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
    }
}
