package dev.gatehouse.verdict.reading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.document.Result;
import dev.gatehouse.document.schema.Schemas;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.model.Word;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.Level;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Reads documents of kind `Gate`.
public final class GateReader {
    private static final String WORD = "Gate";

    private final Map<String, String> rules;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private GateReader(Map<String, String> rules) {
        this.rules = rules;
    }

    /// The gates of these documents, sorted by name, or everything that is wrong with them. Of several with one name
    /// each is laid over those before it, so the shipped ones come first.
    ///
    /// @param rules ids of all rules and policies that can be adjusted, each with the gate that it is of
    public static Result<List<Gate>> read(List<Document> documents, Map<String, String> rules) {
        GateReader reader = new GateReader(rules);
        Map<String, Layers> gates = new TreeMap<>();
        documents.forEach(document -> reader.add(document, gates));
        gates.values().forEach(layers -> layers.check(reader.diagnostics));
        return reader.diagnostics.isEmpty()
                ? Result.of(gates.values().stream().map(Layers::gate).toList())
                : Result.failed(reader.diagnostics.stream().sorted().toList());
    }

    private void add(Document document, Map<String, Layers> gates) {
        if (!document.text("kind").equals(WORD)) {
            diagnostics.add(Diagnostic.error(
                    document.at("/kind"),
                    "the document is a '" + document.text("kind") + "'",
                    "a Gate is expected in a gate.yaml"));
            return;
        }
        Schemas.Checked checked = Schemas.read(document);
        diagnostics.addAll(checked.diagnostics());
        names(document, "/spec/freshness", words(), part -> "'" + part + "' is no part of a fact sheet");
        names(document, "/spec/rules", rules.keySet(), rule -> "there is no rule or policy '" + rule + "'");
        ObjectNode canonical = checked.canonical();
        if (canonical != null) {
            String name = canonical.at("/metadata/name").asText();
            strangers(document, name);
            scores(document);
            Layers layers = gates.computeIfAbsent(name, _ -> new Layers(name, document.at("/metadata/name")));
            layers.lay(Json.fromTree(canonical.path("spec"), Spec.class));
        }
    }

    /// Reports what is said of rules of other gates, which would change nothing.
    private void strangers(Document document, String gate) {
        document.root()
                .at("/spec/rules")
                .propertyStream()
                .map(Map.Entry::getKey)
                .forEach(rule -> {
                    String home = rules.getOrDefault(rule, gate);
                    if (!home.equals(gate)) {
                        diagnostics.add(Diagnostic.error(
                                document.at("/spec/rules/" + rule),
                                "'" + rule + "' is of the gate '" + home + "', so the gate '" + gate
                                        + "' has no say in it",
                                "move it to the gate.yaml of '" + home + "'"));
                    }
                });
    }

    /// Reports a worse level that a lower score would lead to.
    private void scores(Document document) {
        document.root().at("/spec/score").propertyStream().forEach(environment -> {
            String pointer = "/spec/score/" + environment.getKey();
            BigDecimal least = BigDecimal.ZERO;
            String lesser = "";
            for (Level level : Level.values()) {
                String word = Word.of(level);
                BigDecimal from = environment.getValue().path(word).decimalValue();
                if (environment.getValue().has(word) && from.compareTo(least) < 0) {
                    diagnostics.add(Diagnostic.error(
                            document.at(pointer + "/" + word),
                            "'" + word + "' begins at a score of " + from.toPlainString() + ", before '" + lesser
                                    + "' at " + least.toPlainString(),
                            "give the worse level the higher score"));
                }
                if (environment.getValue().has(word)) {
                    least = from;
                    lesser = word;
                }
            }
        });
    }

    /// Reports each key of a mapping that is not known.
    private void names(Document document, String pointer, Collection<String> known, Function<String, String> message) {
        document.root().at(pointer).propertyStream().map(Map.Entry::getKey).forEach(name -> {
            if (!known.contains(name)) {
                String cure = Nearest.cure(name, known, "known are " + String.join(", ", sorted(known)));
                diagnostics.add(Diagnostic.error(document.at(pointer + "/" + name), message.apply(name), cure));
            }
        });
    }

    private static List<String> sorted(Collection<String> words) {
        return words.stream().sorted().toList();
    }

    private static List<String> words() {
        return Arrays.stream(PartName.values()).map(PartName::word).toList();
    }
}
