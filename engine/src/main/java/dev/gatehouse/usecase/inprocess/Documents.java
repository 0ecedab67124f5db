package dev.gatehouse.usecase.inprocess;

import dev.gatehouse.catalog.Catalog;
import dev.gatehouse.catalog.CatalogReading;
import dev.gatehouse.catalog.ChangeReader;
import dev.gatehouse.catalog.Format;
import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.catalog.SourceNames;
import dev.gatehouse.document.Count;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.DocumentParser;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Placed;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.change.Artifact;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PlanReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads what people write. What cannot be read is an
/// [InvalidInputException][dev.gatehouse.document.InvalidInputException] with all the mistakes, unless it is said
/// otherwise.
public final class Documents {
    private final DocumentParser parser;
    private final Function<@Nullable EntityRef, List<Format>> formats;

    /// @param formats of catalogs, in the order in which they are asked, for manifests that are applied in an
    ///     environment or in none that is known
    public Documents(DocumentParser parser, Function<@Nullable EntityRef, List<Format>> formats) {
        this.parser = parser;
        this.formats = formats;
    }

    /// The declarations of a source; mistakes stand in the result.
    ///
    /// @param environment in which manifests that do not name one are applied; null where they say nothing of any
    public CatalogReading catalog(String source, @Nullable EntityRef environment, List<SourceFile> files) {
        return new Catalog(parser, formats.apply(environment)).read(source, files);
    }

    /// The change in a file, with the contents of the artifacts that it names.
    ///
    /// @param environment in which it is made where the file names none; null leaves that a mistake
    public Placed<Change> change(SourceFile file, List<SourceFile> artifacts, @Nullable EntityRef environment) {
        requireNames(file, artifacts);
        Document document = only(file, "Change");
        Change change = ChangeReader.read(document, environment == null ? null : environment.toString())
                .orThrow();
        return new Placed<>(change.with(loaded(change.artifacts(), artifacts)), ChangeReader.places(document));
    }

    /// The plan in a file, with the contents of the artifacts that its steps name.
    public Placed<Plan> plan(SourceFile file, List<SourceFile> artifacts) {
        requireNames(file, artifacts);
        Document document = only(file, "Plan");
        Plan plan = PlanReader.read(document, ChangeReader::read);
        Plan complete = new Plan(
                plan.name(),
                plan.title(),
                plan.environment(),
                plan.requestedBy(),
                plan.initiative(),
                plan.steps().stream()
                        .map(step -> step.with(loaded(step.artifacts(), artifacts)))
                        .toList());
        return new Placed<>(complete, ChangeReader.places(document));
    }

    private static void requireNames(SourceFile file, List<SourceFile> artifacts) {
        List<Diagnostic> wrong = new ArrayList<>(SourceNames.mistakes(List.of(file)));
        wrong.addAll(SourceNames.mistakes(artifacts));
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
    }

    private Document only(SourceFile file, String kind) {
        List<Document> all = parser.parse(file.name(), file.content()).orThrow();
        List<Document> found = all.stream()
                .filter(document -> document.text("kind").equals(kind))
                .toList();
        if (found.size() != 1 || all.size() != 1) {
            throw new InvalidInputException(
                    file.name() + " holds " + Count.of(all.size(), "document") + ", " + found.size() + " of kind "
                            + kind,
                    "give a file with one document of kind " + kind);
        }
        return found.getFirst();
    }

    private static List<Artifact> loaded(List<Artifact> named, List<SourceFile> files) {
        List<Artifact> loaded = new ArrayList<>();
        List<Diagnostic> missing = new ArrayList<>();
        for (Artifact artifact : named) {
            List<SourceFile> matching = files.stream()
                    .filter(file ->
                            file.name().equals(artifact.path()) || file.name().startsWith(folder(artifact)))
                    .toList();
            if (matching.isEmpty() && artifact.content().isEmpty()) {
                missing.add(Diagnostic.error(
                        "nothing came along for the artifact '" + artifact.path() + "'",
                        "check its path: what stands beside the file that names it, or below, comes along"));
            } else if (matching.isEmpty()) {
                loaded.add(artifact);
            }
            matching.forEach(file -> loaded.add(
                    new Artifact(artifact.kind(), file.name(), new String(file.content(), StandardCharsets.UTF_8))));
        }
        if (!missing.isEmpty()) {
            throw new InvalidInputException(missing);
        }
        // A folder and a file in it can both be named.
        return loaded.stream().distinct().toList();
    }

    private static String folder(Artifact artifact) {
        return artifact.path().endsWith("/") ? artifact.path() : artifact.path() + "/";
    }
}
