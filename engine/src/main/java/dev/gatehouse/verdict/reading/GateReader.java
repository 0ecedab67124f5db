package dev.gatehouse.verdict.reading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.document.Result;
import dev.gatehouse.document.schema.Schemas;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.verdict.Gate;
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

    private final Collection<String> ruleIds;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private GateReader(Collection<String> ruleIds) {
        this.ruleIds = ruleIds;
    }

    /// The gates of these documents, sorted by name, or everything that is wrong with them. Of several with one name
    /// each is laid over those before it, so the shipped ones come first.
    ///
    /// @param ruleIds of all rules and policies that can be adjusted
    public static Result<List<Gate>> read(List<Document> documents, Collection<String> ruleIds) {
        GateReader reader = new GateReader(ruleIds);
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
        names(document, "/spec/rules", ruleIds, rule -> "there is no rule or policy '" + rule + "'");
        ObjectNode canonical = checked.canonical();
        if (canonical != null) {
            String name = canonical.at("/metadata/name").asText();
            Layers layers = gates.computeIfAbsent(name, _ -> new Layers(name, document.at("/metadata/name")));
            layers.lay(Json.fromTree(canonical.path("spec"), Spec.class));
        }
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
