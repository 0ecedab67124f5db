package dev.gatehouse.document.yaml;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.Parsed;
import dev.gatehouse.document.Position;
import java.util.ArrayList;
import java.util.List;

/// Reads a file of YAML or JSON documents. A broken document is reported, and the others of its file are read.
public final class DocumentReader {
    private static final int LONGEST_LINE = 200_000;

    private DocumentReader() {}

    /// Reads `content` as JSON when the name ends in `.json`, or when the text starts like JSON and the name does not
    /// claim YAML; as YAML otherwise.
    public static Parsed read(String name, byte[] content) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<Document> documents = new ArrayList<>();
        boolean explodes = false;
        try {
            String text = Text.decode(name, content);
            TreeBuilder builder = new TreeBuilder(name, diagnostics);
            if (isJson(name, text)) {
                add(JsonText.read(text, builder), documents, diagnostics);
            } else {
                requireLines(name, text);
                for (YamlText part : YamlText.split(name, text)) {
                    readPart(part, builder, documents, diagnostics);
                }
            }
        } catch (UnreadableException e) {
            diagnostics.add(e.diagnostic());
            explodes = e.explodes();
        }
        return new Parsed(documents, diagnostics, explodes);
    }

    /// The time that a comment or value takes grows with the square of its length.
    private static void requireLines(String name, String text) throws UnreadableException {
        int line = 1;
        for (int start = 0; start < text.length(); line++) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (end - start > LONGEST_LINE) {
                throw UnreadableException.file(
                        name,
                        line,
                        1,
                        "the line has " + (end - start) + " characters, and at most " + LONGEST_LINE + " are read",
                        "break it, or write the file as JSON");
            }
            start = end + 1;
        }
    }

    private static void readPart(
            YamlText part, TreeBuilder builder, List<Document> documents, List<Diagnostic> diagnostics)
            throws UnreadableException {
        try {
            add(part.read(builder), documents, diagnostics);
        } catch (UnreadableException e) {
            if (e.endsFile()) {
                throw e;
            }
            diagnostics.add(e.diagnostic());
        }
    }

    private static void add(Document document, List<Document> documents, List<Diagnostic> diagnostics) {
        if (document.root().isObject()) {
            documents.add(document);
        } else if (!document.root().isNull() && !document.root().isMissingNode()) {
            Position at = document.at("");
            diagnostics.add(Diagnostic.error(
                    at,
                    "the document is " + (document.root().isArray() ? "a list" : "a single value") + ", not a mapping",
                    "write keys with their values: 'key: value'"));
        }
    }

    private static boolean isJson(String name, String text) {
        if (name.endsWith(".json")) {
            return true;
        }
        String start = text.stripLeading();
        return !name.endsWith(".yaml") && !name.endsWith(".yml") && (start.startsWith("{") || start.startsWith("["));
    }
}
