package dev.gatehouse.app;

import dev.gatehouse.catalog.Catalog;
import dev.gatehouse.catalog.CatalogReading;
import dev.gatehouse.catalog.ChangeReader;
import dev.gatehouse.catalog.EntityPatch;
import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.catalog.SourceNames;
import dev.gatehouse.catalog.backstage.BackstageFormat;
import dev.gatehouse.catalog.gatehouse.GatehouseFormat;
import dev.gatehouse.catalog.kubernetes.KubernetesFormat;
import dev.gatehouse.document.Count;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Parsed;
import dev.gatehouse.document.Placed;
import dev.gatehouse.document.Position;
import dev.gatehouse.document.schema.Schemas;
import dev.gatehouse.document.yaml.DocumentReader;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.change.Artifact;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PlanReader;
import dev.gatehouse.usecase.inprocess.Documents;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads YAML and JSON by the schemas, in every format that there is.
final class StandardDocuments implements Documents {
    @Override
    public CatalogReading catalog(String source, @Nullable EntityRef environment, List<SourceFile> files) {
        return new Catalog(
                        DocumentReader::read,
                        List.of(new GatehouseFormat(), new BackstageFormat(), new KubernetesFormat(environment)))
                .read(source, files);
    }

    @Override
    public Placed<Change> change(SourceFile file, List<SourceFile> artifacts, @Nullable EntityRef environment) {
        requireNames(file, artifacts);
        Document document = only(file, "Change");
        Change change = ChangeReader.read(document, environment == null ? null : environment.toString())
                .orThrow();
        Change complete = new Change(
                change.ref(),
                change.title(),
                change.environment(),
                change.requestedBy(),
                change.window(),
                change.initiative(),
                change.operations(),
                loaded(change.artifacts(), artifacts));
        return new Placed<>(complete, ChangeReader.places(document));
    }

    @Override
    public Placed<Plan> plan(SourceFile file, List<SourceFile> artifacts) {
        requireNames(file, artifacts);
        Document document = only(file, "Plan");
        List<Diagnostic> wrong = Schemas.check(document);
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
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

    @Override
    public Entity patch(Entity entity, Map<String, @Nullable Object> attributes) {
        return EntityPatch.apply(entity, attributes, Position.NOWHERE).orThrow();
    }

    private static void requireNames(SourceFile file, List<SourceFile> artifacts) {
        List<Diagnostic> wrong = new ArrayList<>(SourceNames.mistakes(List.of(file)));
        wrong.addAll(SourceNames.mistakes(artifacts));
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
    }

    private static Document only(SourceFile file, String kind) {
        Parsed parsed = DocumentReader.read(file.name(), file.content());
        if (!parsed.complete()) {
            throw new InvalidInputException(parsed.diagnostics());
        }
        List<Document> found = parsed.documents().stream()
                .filter(document -> document.text("kind").equals(kind))
                .toList();
        if (found.size() != 1 || parsed.documents().size() != 1) {
            throw new InvalidInputException(
                    file.name() + " holds " + Count.of(parsed.documents().size(), "document") + ", " + found.size()
                            + " of kind " + kind,
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
