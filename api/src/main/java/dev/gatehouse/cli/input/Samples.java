package dev.gatehouse.cli.input;

import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.document.DocumentParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files of a sample company.
public final class Samples {
    private final Path folder;
    private final DocumentParser parser;

    /// @param folder that has `catalog/`, `changes/`, `plans/` and `waivers.yaml`
    /// @param parser finds the artifacts that they name
    public Samples(Path folder, DocumentParser parser) {
        this.folder = folder;
        this.parser = parser;
    }

    /// What declares its architecture, named as it stands in the folder.
    public List<SourceFile> architecture() {
        return InputFiles.readAsNamed(folder, List.of(Path.of("catalog"), Path.of("waivers.yaml")));
    }

    /// Its changes, by name.
    public List<Sample> changes() {
        return documents("changes");
    }

    /// Its plans, by name.
    public List<Sample> plans() {
        return documents("plans");
    }

    private List<Sample> documents(String below) {
        try (Stream<Path> files = Files.list(folder.resolve(below))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(file -> sample(Path.of(below, file.getFileName().toString())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Sample sample(Path path) {
        SourceFile document = InputFiles.readOneAsNamed(folder, path);
        return new Sample(document, Artifacts.beside(folder, path, document, parser));
    }

    /// A change or a plan, with the files that it names.
    public record Sample(SourceFile document, List<SourceFile> artifacts) {}
}
