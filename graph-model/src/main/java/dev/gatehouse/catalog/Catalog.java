package dev.gatehouse.catalog;

import dev.gatehouse.catalog.Format.Extract;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.DocumentParser;
import dev.gatehouse.document.Parsed;
import dev.gatehouse.document.Placed;
import dev.gatehouse.document.Sizes;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Provenance;
import dev.gatehouse.model.component.Dependency;
import dev.gatehouse.model.component.Flow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a source as a whole: parses its files, hands each document to the first format that accepts it, and checks
/// what no single document shows. References to other sources are not looked at; only a graph can tell.
public final class Catalog {
    private final DocumentParser parser;
    private final List<Format> formats;

    /// @param formats in the order in which they are asked
    public Catalog(DocumentParser parser, List<Format> formats) {
        this.parser = parser;
        this.formats = List.copyOf(formats);
    }

    /// Reads the files of one source. Every document that can be read is read; what is wrong is told all at once.
    public CatalogReading read(String source, List<SourceFile> files) {
        long bytes = files.stream().mapToLong(file -> file.content().length).sum();
        if (bytes > Sizes.SOURCE) {
            return new CatalogReading(List.of(), tooLarge(files, bytes), false, Places.LINES);
        }
        List<Diagnostic> diagnostics = new ArrayList<>(SourceNames.mistakes(files));
        List<Document> documents = new ArrayList<>();
        boolean sound = diagnostics.isEmpty();
        for (SourceFile file : files) {
            Parsed parsed = parser.parse(file.name(), file.content());
            documents.addAll(parsed.documents());
            diagnostics.addAll(parsed.diagnostics());
            sound &= !parsed.explodes();
        }
        Dispatch dispatch = Dispatch.of(formats, documents);
        diagnostics.addAll(dispatch.diagnostics());
        Map<EntityRef, Declaration> declared = new LinkedHashMap<>();
        List<Diagnostic> contradictions = new ArrayList<>();
        for (Map.Entry<Format, List<Document>> part : dispatch.byFormat().entrySet()) {
            Extract extract = part.getKey().read(source, part.getValue());
            diagnostics.addAll(extract.diagnostics());
            extract.declarations().forEach(each -> declare(each.value(), declared, contradictions));
        }
        addImpliedFlows(declared);
        contradictions.addAll(Hierarchy.circles(declared.values()));
        diagnostics.addAll(contradictions);
        sound &= contradictions.isEmpty();
        if (declared.isEmpty() && diagnostics.stream().noneMatch(Diagnostic::isError)) {
            diagnostics.add(empty(source));
        }
        return new CatalogReading(
                List.copyOf(declared.values()), diagnostics, sound, new Places(() -> placed(source, files)));
    }

    private List<Placed<Declaration>> placed(String source, List<SourceFile> files) {
        List<Document> documents = files.stream()
                .flatMap(file -> parser.parse(file.name(), file.content()).documents().stream())
                .toList();
        return Dispatch.of(formats, documents).byFormat().entrySet().stream()
                .flatMap(part -> part.getKey().read(source, part.getValue()).declarations().stream())
                .toList();
    }

    private static List<Diagnostic> tooLarge(List<SourceFile> files, long bytes) {
        List<Diagnostic> diagnostics = new ArrayList<>(List.of(Sizes.ofSource(bytes)));
        files.stream()
                .filter(file -> file.content().length > Sizes.FILE)
                .forEach(file -> diagnostics.add(Sizes.ofFile(file.name(), file.content().length)));
        return diagnostics;
    }

    private Diagnostic empty(String source) {
        List<String> names = formats.stream().map(Format::name).toList();
        return Diagnostic.error(
                "the source '" + source + "' declares nothing",
                "check the paths; formats that can be read are " + String.join(", ", names));
    }

    private static void declare(
            Declaration declaration, Map<EntityRef, Declaration> declared, List<Diagnostic> diagnostics) {
        Declaration first = declared.putIfAbsent(declaration.ref(), declaration);
        if (first != null) {
            diagnostics.add(at(
                    declaration.provenance(),
                    declaration.ref() + " is declared twice, first at " + first.provenance(),
                    "remove one of the two, or give it another name"));
        }
    }

    private static void addImpliedFlows(Map<EntityRef, Declaration> declared) {
        for (Declaration declaration : List.copyOf(declared.values())) {
            if (declaration.entity() instanceof Dependency dependency) {
                for (Flow flow : dependency.impliedFlows()) {
                    declared.putIfAbsent(flow.ref(), new Declaration(flow, declaration.provenance()));
                }
            }
        }
    }

    static Diagnostic at(Provenance provenance, String message, String cure) {
        return new Diagnostic(Diagnostic.Severity.ERROR, provenance.file(), provenance.line(), 0, null, message, cure);
    }
}
