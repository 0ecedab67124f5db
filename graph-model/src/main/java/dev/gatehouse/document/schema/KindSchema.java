package dev.gatehouse.document.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.PathType;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.Position;
import dev.gatehouse.document.schema.Schemas.Checked;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The schema of one kind, compiled.
final class KindSchema {
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(
            Dialect.builder(Dialects.getDraft202012())
                    .keywords(List.of(
                            new NonValidationKeyword("x-kind"),
                            new NonValidationKeyword("x-kinds"),
                            new NonValidationKeyword("x-attribute"),
                            new NonValidationKeyword("x-order")))
                    .build(),
            registry -> registry.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .pathType(PathType.JSON_POINTER)
                    .formatAssertionsEnabled(false)
                    .locale(Locale.ROOT)
                    .build()));

    private final JsonNode tree;
    private final Schema compiled;
    private final Map<String, String> attributes = new LinkedHashMap<>();

    KindSchema(String text, String definitions) {
        ObjectNode bundled = Json.read(text.replace("\"definitions.json#", "\"#"), ObjectNode.class);
        ObjectNode shared = Json.read(definitions.replace("\"definitions.json#", "\"#"), ObjectNode.class);
        bundled.withObject("/$defs").setAll((ObjectNode) shared.path("$defs"));
        Limits.into(bundled);
        this.tree = bundled;
        this.compiled = REGISTRY.getSchema(bundled);
        Wording.resolve(tree, tree.at("/properties/spec"))
                .path("properties")
                .properties()
                .forEach(property -> attributes.put(
                        property.getKey(),
                        property.getValue().path("x-attribute").asText(property.getKey())));
    }

    /// By name in the document, the name in the graph.
    Map<String, String> attributes() {
        return Collections.unmodifiableMap(attributes);
    }

    String text() {
        return tree.toPrettyString();
    }

    /// @param part whether required attributes may be missing
    Checked read(JsonNode root, Function<String, Position> at, boolean part) {
        Wording wording = new Wording(tree, at);
        List<Diagnostic> diagnostics = new ArrayList<>();
        Set<@Nullable String> wrong = new HashSet<>();
        for (Error error : compiled.validate(root)) {
            boolean missing = error.getKeyword().equals("required");
            Diagnostic diagnostic = wording.diagnose(error);
            if (missing ? !part : wrong.add(diagnostic.pointer())) {
                diagnostics.add(diagnostic);
            }
        }
        Canonical canonical = new Canonical(wording);
        JsonNode result = canonical.of(tree, root, "");
        canonical.diagnostics().stream()
                .filter(diagnostic -> wrong.add(diagnostic.pointer()))
                .forEach(diagnostics::add);
        Collections.sort(diagnostics);
        return new Checked(diagnostics.isEmpty() ? (ObjectNode) result : null, List.copyOf(diagnostics));
    }
}
