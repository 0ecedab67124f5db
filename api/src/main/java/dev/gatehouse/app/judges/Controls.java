package dev.gatehouse.app.judges;

import dev.gatehouse.catalog.EntityReader;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.document.Position;
import dev.gatehouse.document.files.Folder;
import dev.gatehouse.document.files.WholeFile;
import dev.gatehouse.document.yaml.DocumentReader;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.model.governance.Control;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The controls that rules and policies name: `controls.yaml` at the top of a folder of rules.
final class Controls {
    private static final String FILE = "controls.yaml";

    private Controls() {}

    /// By name. What a later folder says of a name counts.
    ///
    /// @throws InvalidInputException with every mistake in them
    static SortedMap<String, Control> read(List<Path> roots) {
        SortedMap<String, Control> controls = new TreeMap<>();
        Mistakes mistakes = new Mistakes();
        for (Path root : roots) {
            Path file = root.resolve(FILE);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                Set<String> names = new HashSet<>();
                mistakes.in(() -> documents(file))
                        .ifPresent(documents -> documents.forEach(document -> mistakes.in(
                                        () -> control(document, names))
                                .ifPresent(control -> controls.put(control.ref().shortName(), control))));
            }
        }
        mistakes.orThrow();
        return controls;
    }

    private static List<Document> documents(Path file) {
        try {
            return DocumentReader.read(file.toString(), WholeFile.read(file, Folder.LARGEST))
                    .orThrow();
        } catch (IOException e) {
            throw new InvalidInputException(file + " cannot be read: " + e.getMessage(), "put a file there");
        }
    }

    private static Control control(Document document, Set<String> names) {
        if (!document.text("kind").equals("Control")) {
            throw new InvalidInputException(List.of(Diagnostic.error(
                    document.at("/kind"),
                    "a " + document.text("kind") + " is no control",
                    "keep only documents of kind Control in " + FILE)));
        }
        if (!(EntityReader.read(document).orThrow() instanceof Control control)) {
            throw new IllegalStateException("a document of kind Control declares a control");
        }
        if (!names.add(control.ref().shortName())) {
            throw new InvalidInputException(List.of(Diagnostic.error(
                    document.at("/metadata/name"),
                    "the control '" + control.ref().shortName() + "' is declared twice",
                    "remove one of the two, or give it another name")));
        }
        return control;
    }

    /// Each name that no control has, where a rule or policy gives it.
    ///
    /// @param text in which the rule's metadata stands
    /// @param file by which the user knows that text
    static List<Diagnostic> unknown(Rule rule, String text, String file, Map<String, Control> known) {
        List<Diagnostic> unknown = new ArrayList<>();
        for (String name : rule.controls()) {
            if (!known.containsKey(name)) {
                unknown.add(Diagnostic.error(
                        at(text, file, name),
                        "'" + rule.id() + "' serves the control '" + name + "', which no " + FILE + " declares",
                        Nearest.cure(name, known.keySet(), "declare it in " + FILE + " at the top of your rules")));
            }
        }
        return unknown;
    }

    /// Behind the first word `control`, with which the metadata begin to name them.
    private static Position at(String text, String file, String name) {
        int offset = Math.max(0, text.indexOf(name, Math.max(0, text.indexOf("control"))));
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Position(file, line, offset - before.lastIndexOf('\n'), null);
    }
}
