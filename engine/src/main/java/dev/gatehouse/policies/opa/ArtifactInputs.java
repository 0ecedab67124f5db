package dev.gatehouse.policies.opa;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.model.change.Artifact;
import dev.gatehouse.policies.opa.OpaFailure.Kind;
import java.util.ArrayList;
import java.util.List;

/// An artifact as policies see it: itself, one input for each document that is not empty.
final class ArtifactInputs {
    private ArtifactInputs() {}

    /// @throws OpaFailure naming the file, and its document where there are several, when it cannot be read
    static List<Document> of(Opa opa, Artifact artifact) throws OpaFailure {
        String text = artifact.content().strip();
        if (text.startsWith("{") || text.startsWith("[")) {
            return List.of(new Document(artifact.path(), json(artifact.path(), text)));
        }
        List<String> texts = Yaml.documents(artifact.content());
        List<JsonNode> trees = trees(opa, artifact.path(), texts);
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < trees.size(); i++) {
            if (!trees.get(i).isNull()) {
                String name = trees.size() == 1 ? artifact.path() : artifact.path() + "#" + (documents.size() + 1);
                documents.add(new Document(name, trees.get(i)));
            }
        }
        if (documents.isEmpty()) {
            throw new OpaFailure(Kind.REFUSED, artifact.path() + " holds nothing that could be judged");
        }
        return documents;
    }

    private static JsonNode json(String path, String text) throws OpaFailure {
        try {
            return Json.read(text, JsonNode.class);
        } catch (InvalidInputException e) {
            throw new OpaFailure(Kind.REFUSED, path + " is not JSON: " + e.getMessage());
        }
    }

    private static List<JsonNode> trees(Opa opa, String path, List<String> texts) throws OpaFailure {
        try {
            return opa.yaml(texts);
        } catch (OpaFailure failure) {
            if (failure.kind() != Kind.REFUSED) {
                throw failure;
            }
        }
        for (int i = 0; i < texts.size(); i++) {
            try {
                opa.yaml(List.of(texts.get(i)));
            } catch (OpaFailure failure) {
                throw new OpaFailure(failure.kind(), path + ", document " + (i + 1) + ": " + failure.reason());
            }
        }
        throw new OpaFailure(Kind.REFUSED, path + " is not YAML");
    }

    /// One document of an artifact.
    ///
    /// @param name the file, with `#2` behind it for the second of several
    record Document(String name, JsonNode tree) {}
}
