package dev.gatehouse.catalog.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Position;
import dev.gatehouse.document.schema.Schemas;
import java.util.List;

/// Holds objects to the form that Kubernetes gives them, in the fields that are read here. A field that was malformed
/// would otherwise be passed over as if it were not there.
final class Form {
    private Form() {}

    /// All that is wrong with an object; empty for kinds that are not read.
    static List<Diagnostic> mistakes(Manifest manifest) {
        String schema = schema(manifest);
        if (schema.isEmpty()) {
            return List.of();
        }
        JsonNode said = manifest.node().deepCopy();
        dropNulls(said);
        return Schemas.readAs(schema, said, manifest::at).diagnostics().stream()
                .map(Form::withoutSecrets)
                .toList();
    }

    /// The value of a variable may be one.
    private static Diagnostic withoutSecrets(Diagnostic mistake) {
        return mistake.pointer() == null || !mistake.pointer().endsWith("/value")
                ? mistake
                : Diagnostic.error(
                        new Position(mistake.file(), mistake.line(), mistake.column(), mistake.pointer()),
                        "'value' is no string",
                        "put it in quotes");
    }

    private static String schema(Manifest manifest) {
        if (Workload.isOne(manifest)) {
            return "kubernetes/Workload";
        }
        if (!manifest.apiVersion().equals("v1")) {
            return "";
        }
        return switch (manifest.kind()) {
            case "Service" -> "kubernetes/Service";
            case "List" -> "kubernetes/List";
            default -> "";
        };
    }

    /// Kubernetes takes a null for a key that is not there.
    private static void dropNulls(JsonNode node) {
        if (node instanceof ObjectNode mapping) {
            mapping.removeIf(JsonNode::isNull);
        }
        node.forEach(Form::dropNulls);
    }
}
