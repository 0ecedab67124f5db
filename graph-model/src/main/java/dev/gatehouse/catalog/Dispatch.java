package dev.gatehouse.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which format reads which documents. A document that nobody reads is an error when it looks like a catalog's, and
/// only worth a warning when it is plainly something else, such as a compose file.
record Dispatch(Map<Format, List<Document>> byFormat, List<Diagnostic> diagnostics) {
    private static final List<String> ENVELOPE = List.of("apiVersion", "kind", "metadata");

    static Dispatch of(List<Format> formats, List<Document> documents) {
        Map<Format, List<Document>> byFormat = new LinkedHashMap<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (Document document : documents) {
            formats.stream()
                    .filter(format -> format.accepts(document))
                    .findFirst()
                    .ifPresentOrElse(
                            format -> byFormat.computeIfAbsent(format, _ -> new ArrayList<>())
                                    .add(document),
                            () -> diagnostics.add(unread(formats, document)));
        }
        return new Dispatch(byFormat, diagnostics);
    }

    private static Diagnostic unread(List<Format> formats, Document document) {
        List<String> names = formats.stream().map(Format::name).toList();
        String known = "formats that can be read are " + String.join(", ", names);
        JsonNode version = document.root().path("apiVersion");
        if (version.isTextual()) {
            return Diagnostic.error(
                    document.at("/apiVersion"),
                    "no format reads apiVersion '" + version.asText() + "'",
                    Nearest.cure(version.asText(), names, known));
        }
        List<String> keys = new ArrayList<>();
        document.root().fieldNames().forEachRemaining(keys::add);
        boolean meant = keys.stream().anyMatch(key -> Nearest.to(key, ENVELOPE).isPresent());
        return meant
                ? Diagnostic.error(
                        document.at(""),
                        "the document lacks 'apiVersion'",
                        "add 'apiVersion: " + names.getFirst() + "'")
                : Diagnostic.warning(document.at(""), "no format reads this document; it was skipped", known);
    }
}
