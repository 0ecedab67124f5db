package dev.gatehouse.catalog.backstage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.catalog.Annotations;
import dev.gatehouse.catalog.Rewriting;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.Placed;
import dev.gatehouse.document.Result;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Provenance;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One Backstage entity, rewritten as a document of Gatehouse's own.
final class BackstageEntity {
    private static final List<String> PLAIN = List.of("type", "lifecycle");
    private static final Set<String> CONNECTABLE = Set.of("Component", "API", "Resource");
    private static final Set<String> ANNOTATIONS = Annotations.without("owner");

    private final String source;
    private final Document document;
    private final List<Diagnostic> diagnostics;
    private final Rewriting own;

    BackstageEntity(String source, Document document, List<Diagnostic> diagnostics) {
        this.source = source;
        this.document = document;
        this.diagnostics = diagnostics;
        this.own = new Rewriting(kind(), document.root().path("metadata"), document::at);
    }

    Document document() {
        return document;
    }

    String kind() {
        return document.text("kind");
    }

    String name() {
        return document.root().at("/metadata/name").asText();
    }

    String namespace() {
        String namespace = document.root().at("/metadata/namespace").asText();
        return namespace.isEmpty() ? EntityRef.DEFAULT_NAMESPACE : namespace;
    }

    Provenance provenance(String pointer) {
        return new Provenance(source, document.file(), document.at(pointer).line(), false);
    }

    Optional<Placed<Declaration>> read() {
        copyAttributes();
        Set<String> known = CONNECTABLE.contains(kind()) ? ANNOTATIONS : Set.of("title");
        new Annotations(document.root(), known, document::at, diagnostics).read(own::set);
        Result<Entity> result = own.read();
        diagnostics.addAll(result.diagnostics());
        return Optional.ofNullable(result.value())
                .map(entity -> new Placed<>(new Declaration(entity, provenance("")), own::at));
    }

    private void copyAttributes() {
        switch (kind()) {
            case "Component", "API", "Resource" -> {
                PLAIN.forEach(key -> copy(key, key));
                owner();
                reference("system", "system");
                references("providesApis", "provides");
            }
            case "System" -> {
                owner();
                reference("domain", "domain");
            }
            case "Domain" -> {
                owner();
                reference("subdomainOf", "parent");
            }
            case "Group" -> reference("parent", "parent");
            default -> references("memberOf", "memberOf");
        }
    }

    /// Backstage lets a person own things; here only groups answer for something.
    private void owner() {
        String owner = document.root().at("/spec/owner").asText();
        if (owner.startsWith("user:")) {
            diagnostics.add(Diagnostic.warning(
                    document.at("/spec/owner"),
                    "the owner '" + owner + "' is a person; it counts as having no owner",
                    "name the group that the person belongs to"));
        } else {
            reference("owner", "owner");
        }
    }

    private void copy(String from, String to) {
        JsonNode value = document.root().path("spec").path(from);
        if (!value.isMissingNode()) {
            own.set(to, value, "/spec/" + from);
        }
    }

    private void reference(String from, String to) {
        JsonNode value = document.root().path("spec").path(from);
        if (!value.isMissingNode()) {
            own.set(to, inNamespace(value), "/spec/" + from);
        }
    }

    private void references(String from, String to) {
        JsonNode value = document.root().path("spec").path(from);
        if (value.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> list.add(inNamespace(item)));
            own.set(to, list, "/spec/" + from);
        } else if (!value.isMissingNode()) {
            own.set(to, value, "/spec/" + from);
        }
    }

    /// A reference without a namespace means the one of the entity in which it stands.
    JsonNode inNamespace(JsonNode reference) {
        String text = reference.asText();
        if (!reference.isTextual() || text.contains("/")) {
            return reference;
        }
        int name = text.indexOf(':') + 1;
        return TextNode.valueOf(text.substring(0, name) + namespace() + "/" + text.substring(name));
    }
}
