package dev.gatehouse.rules;

import dev.gatehouse.document.Digest;
import dev.gatehouse.document.Json;
import dev.gatehouse.findings.Adjustment;
import dev.gatehouse.findings.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Rules that are judged together, with the parameters they are judged by.
///
/// @param definitions sorted by id, each id once
public record RuleSet(List<Definition> definitions) {
    private static final Comparator<Definition> ORDER =
            Comparator.comparing(definition -> definition.rule().id());

    public RuleSet {
        definitions = definitions.stream().sorted(ORDER).toList();
    }

    /// What is known of each rule, sorted by id.
    public List<Rule> rules() {
        return definitions.stream().map(Definition::rule).toList();
    }

    public Optional<Definition> find(String id) {
        return definitions.stream()
                .filter(definition -> definition.rule().id().equals(id))
                .findFirst();
    }

    /// Everything that an answer can depend on, by name: `resilience/tier-inversion/rule.drl`, `…/path.yaml`, and
    /// `…/adjustment.json` where a gate said something about the rule.
    public SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        definitions.forEach(definition -> texts.putAll(definition.texts()));
        return texts;
    }

    /// Of [#texts].
    public Digest digest() {
        return Json.digest(texts());
    }

    /// One rule: its metadata and what that was read from.
    ///
    /// @param packageName of its DRL; no two rules share one
    /// @param parameters as they hold, sorted by name
    public record Definition(
            Rule rule, RuleSource source, String packageName, List<Parameter> parameters, Adjustment adjustment) {
        public Definition {
            parameters = List.copyOf(parameters);
        }

        /// The part of [RuleSet#texts] that is this rule's.
        public Map<String, String> texts() {
            return texts(source, adjustment);
        }

        /// The texts of a rule that was adjusted so.
        public static SortedMap<String, String> texts(RuleSource source, Adjustment adjustment) {
            SortedMap<String, String> texts = new TreeMap<>();
            texts.put(source.folder() + "/rule.drl", source.drl());
            if (source.path() != null) {
                texts.put(source.folder() + "/path.yaml", source.path());
            }
            if (!adjustment.equals(Adjustment.NONE)) {
                texts.put(source.folder() + "/adjustment.json", Json.write(adjustment));
            }
            return texts;
        }
    }
}
