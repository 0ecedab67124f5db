package dev.gatehouse.cli.output.report;

import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What gates said, as tools are told of it.
///
/// @param id tells it from others of its kind
/// @param summary what the verdict is made of
/// @param clock the time that was judged at; null where nobody said
/// @param parts at least one
/// @param compared whether the findings were compared with those before a change
/// @param properties further values for who reads them
public record Report(
        String id,
        String title,
        Verdict verdict,
        String summary,
        @Nullable Instant clock,
        List<Part> parts,
        RuleWords rules,
        boolean compared,
        Map<String, Object> properties) {
    public Report {
        parts = List.copyOf(parts);
    }

    /// What gates said about one thing.
    ///
    /// @param name empty where the report has only one part
    /// @param where the name, and what else says when it was judged
    /// @param notes what weighs on the verdict beside what the gates said
    /// @param written where what was judged stands
    public record Part(
            String name, String where, Verdict verdict, List<GateVerdict> gates, List<Note> notes, Written written) {
        public Part {
            gates = List.copyOf(gates);
            notes = List.copyOf(notes);
        }

        /// The gates, the worst verdict first, otherwise as they are.
        public List<GateVerdict> worstFirst() {
            return gates.stream()
                    .sorted(Comparator.comparing(GateVerdict::verdict).reversed())
                    .toList();
        }

        /// The name before something.
        public String before(String rest) {
            return name.isEmpty() ? rest : name + ": " + rest;
        }
    }

    /// @param what it is about
    /// @param verdict that it leads to
    public record Note(String what, Verdict verdict, List<String> lines) {}

    public Stream<Part> worstFirst() {
        return parts.stream().sorted(Comparator.comparing(Part::verdict).reversed());
    }
}
