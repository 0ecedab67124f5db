package dev.gatehouse.document.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.document.Position;
import dev.gatehouse.document.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The schemas by kind, and what they say of documents. Schemas are compiled once, when first needed.
public final class Schemas {
    /// The `apiVersion` of Gatehouse's own documents.
    public static final String API_VERSION = "gatehouse.dev/v1";

    private Schemas() {}

    /// The kinds that have a schema, as documents write them, sorted: `API`, `Budget`, …
    public static List<String> kinds() {
        return Shelf.kinds();
    }

    /// The schema of a kind as JSON Schema 2020-12, complete in itself.
    ///
    /// @throws IllegalArgumentException when there is none for that kind
    public static String text(String kind) {
        return schema(kind).text();
    }

    /// The attributes that a document of that kind can have under `spec`, each with its name in the graph; an
    /// empty name means that it is not kept there.
    ///
    /// @throws IllegalArgumentException when there is no schema for that kind
    public static Map<String, String> attributes(String kind) {
        return schema(kind).attributes();
    }

    private static KindSchema schema(String kind) {
        KindSchema schema = Shelf.find(kind);
        if (schema == null) {
            throw new IllegalArgumentException("There is no schema of kind '" + kind + "'");
        }
        return schema;
    }

    /// All that is wrong with a document of Gatehouse's own, in the order of its text.
    public static List<Diagnostic> check(Document document) {
        return read(document).diagnostics();
    }

    /// Checks the document against the schema that its `kind` names.
    public static Checked read(Document document) {
        return read(document.root(), document::at);
    }

    /// Checks a tree against the schema that its `kind` names.
    ///
    /// @param at gives the place of a JSON pointer
    public static Checked read(JsonNode root, Function<String, Position> at) {
        JsonNode kind = root.path("kind");
        KindSchema schema = Shelf.find(kind.asText());
        if (schema == null) {
            return new Checked(null, List.of(unknownKind(kind, at)));
        }
        return schema.read(root, at, false);
    }

    /// Checks a document without an envelope, such as a file of settings, against the schema of that name.
    ///
    /// @param at gives the place of a JSON pointer
    /// @throws IllegalArgumentException when there is no such schema
    public static Checked readAs(String name, JsonNode root, Function<String, Position> at) {
        return Shelf.named(name).read(root, at, false);
    }

    /// Checks some attributes of an entity rather than all: a document of that kind in which any attribute under
    /// `spec` may be missing.
    ///
    /// @param at gives the place of a JSON pointer
    /// @throws IllegalArgumentException when its kind has no schema
    public static List<Diagnostic> checkPart(JsonNode root, Function<String, Position> at) {
        return schema(root.path("kind").asText()).read(root, at, true).diagnostics();
    }

    /// Tells of a key that is not among those that can stand in a mapping.
    ///
    /// @param pointer of the mapping
    /// @param at gives the place of a JSON pointer
    public static Diagnostic unknownKey(
            String pointer, String key, Collection<String> known, Function<String, Position> at) {
        return Diagnostic.error(
                at.apply(pointer + "/" + key.replace("~", "~0").replace("/", "~1")),
                "unknown key '" + Texts.brief(key) + "'",
                Nearest.cure(key, known, known.isEmpty() ? "remove it" : known(known)));
    }

    /// `known here are from, to`
    public static String known(Collection<String> keys) {
        return "known here are " + String.join(", ", keys);
    }

    private static Diagnostic unknownKind(JsonNode kind, Function<String, Position> at) {
        if (!kind.isTextual()) {
            return Diagnostic.error(at.apply(""), "the document lacks 'kind'", "add it: " + String.join(", ", kinds()));
        }
        return Diagnostic.error(
                at.apply("/kind"),
                "unknown kind '" + kind.asText() + "'",
                Nearest.cure(kind.asText(), kinds(), "known are " + String.join(", ", kinds())));
    }

    /// A document after its check.
    ///
    /// @param canonical the document in canonical form: references in full, durations in ISO 8601, decimal numbers
    ///     without trailing zeros, attributes under their names in the graph; null where there is an error
    /// @param diagnostics in the order of the text
    public record Checked(@Nullable ObjectNode canonical, List<Diagnostic> diagnostics) {}
}
