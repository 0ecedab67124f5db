package dev.gatehouse.findings;

import dev.gatehouse.document.Digest;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.change.Artifact;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is known about a rule or policy without running it: its metadata.
///
/// @param id unique over all gates
/// @param gate the one that it belongs to
/// @param subject what it judges
/// @param artifactKind for policies on artifacts: the kind of artifact, otherwise null
/// @param needs what must be known before it is asked
/// @param key which refs make two findings the same
/// @param severity of its findings unless it says otherwise
/// @param why one sentence: what goes wrong without it
/// @param remediation one sentence: what usually turns it green
/// @param controls names of the controls that it serves
/// @param shadow judged and recorded, never blocking
/// @param question digest of the text of its path question; null where it asks none
/// @param digest of its text, its path question and its parameters
/// @param file where it stands, for people
public record Rule(
        String id,
        String gate,
        SubjectKind subject,
        @Nullable String artifactKind,
        List<Need> needs,
        Key key,
        Severity severity,
        String title,
        String why,
        String remediation,
        List<String> controls,
        boolean shadow,
        @Nullable Digest question,
        Digest digest,
        String file) {
    public Rule {
        needs = List.copyOf(needs);
        controls = List.copyOf(controls);
    }

    /// Whether it judges artifacts of that kind.
    public boolean isAbout(Artifact artifact) {
        return artifactKind == null || artifactKind.equals(artifact.kind());
    }

    /// The rule as a gate has it: with the severity that the gate gives, in shadow where it says so.
    public Rule with(Adjustment adjustment) {
        return new Rule(
                id,
                gate,
                subject,
                artifactKind,
                needs,
                key,
                Objects.requireNonNullElse(adjustment.severity(), severity),
                title,
                why,
                remediation,
                controls,
                shadow || adjustment.shadow(),
                question,
                digest,
                file);
    }

    /// The refs that identify a finding beside its rule and subject.
    public enum Key {
        /// Both ends of its path: the default.
        ENDS,
        /// Nothing more: one finding a subject.
        SUBJECT,
        /// Every node of its path: for circles.
        NODES,
        /// Every edge of its path.
        EDGES;

        /// The refs of a path: both ends and edges in its order, nodes sorted; each once. None of an empty path.
        public List<EntityRef> of(List<Hop> path) {
            if (path.isEmpty()) {
                return List.of();
            }
            return switch (this) {
                case SUBJECT -> List.of();
                case ENDS -> List.of(path.getFirst().from(), path.getLast().to());
                case NODES ->
                    path.stream()
                            .flatMap(hop -> Stream.of(hop.from(), hop.to()))
                            .distinct()
                            .sorted()
                            .toList();
                case EDGES -> path.stream().map(Hop::edge).distinct().toList();
            };
        }
    }
}
