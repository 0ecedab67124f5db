package dev.gatehouse.graph.question;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.graph.EdgeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads a path question out of a document; collects every mistake before it gives up.
final class PathQuestionReader {
    private static final Map<String, EdgeKind> EDGES = Map.of("flow", EdgeKind.FLOW, "dependency", EdgeKind.DEPENDENCY);
    private static final Map<String, Boolean> DIRECTIONS = Map.of("downstream", true, "upstream", false);

    private final Document document;
    private final List<Diagnostic> mistakes = new ArrayList<>();
    private final PatternReader patterns;

    PathQuestionReader(Document document) {
        this.document = document;
        this.patterns = new PatternReader(document, mistakes);
    }

    PathQuestion read() {
        JsonNode root = document.root();
        patterns.keys(root, "", Set.of("from", "along", "to", "avoiding", "through", "fold"));
        require(root, "", "from");
        require(root, "", "along");
        JsonNode along = root.path("along");
        patterns.keys(along, "/along", Set.of("edges", "direction", "where"));
        if (root.has("along")) {
            require(along, "/along", "edges");
        }
        EdgeKind kind = word(along, "edges", EDGES, EdgeKind.FLOW);
        boolean downstream = word(along, "direction", DIRECTIONS, true);
        Attributes ofEdges = kind == EdgeKind.FLOW ? Attributes.FLOW : Attributes.DEPENDENCY;
        PathQuestion question = new PathQuestion(
                patterns.read(root.path("from"), "/from", Attributes.NODE),
                new PathQuestion.Along(kind, downstream, patterns.read(along.path("where"), "/along/where", ofEdges)),
                patterns.read(root.path("to"), "/to", Attributes.NODE),
                avoiding(root.path("avoiding"), ofEdges),
                root.has("through") ? patterns.read(root.path("through"), "/through", Attributes.NODE) : null,
                root.has("fold") ? fold(root.path("fold"), ofEdges) : null);
        if (!mistakes.isEmpty()) {
            throw new InvalidInputException(mistakes);
        }
        return question;
    }

    private void require(JsonNode node, String pointer, String key) {
        if (!node.has(key)) {
            mistakes.add(Diagnostic.error(document.at(pointer), "A path question needs '" + key + "'", null));
        }
    }

    private <T> T word(JsonNode along, String key, Map<String, T> words, T otherwise) {
        JsonNode node = along.path(key);
        if (node.isMissingNode()) {
            return otherwise;
        }
        T known = words.get(node.asText());
        if (known == null) {
            patterns.unknown("/along/" + key, node.asText(), words.keySet(), "is not a known word");
            return otherwise;
        }
        return known;
    }

    /// Attributes that nodes lack make the pattern one about edges, and the other way round.
    private PathQuestion.Avoiding avoiding(JsonNode node, Attributes ofEdges) {
        if (node.isMissingNode()) {
            return PathQuestion.Avoiding.NOTHING;
        }
        boolean aboutNodes = knowsAll(Attributes.NODE, node);
        boolean aboutEdges = knowsAll(ofEdges, node);
        if (!aboutNodes && !aboutEdges) {
            Set<String> known = new TreeSet<>(Attributes.NODE.names());
            known.addAll(ofEdges.names());
            patterns.names(
                    node, "/avoiding", name -> Attributes.NODE.find(name) != null || ofEdges.find(name) != null, known);
            if (node.isObject() && mistakes.stream().noneMatch(mistake -> isIn(mistake, "/avoiding"))) {
                mistakes.add(Diagnostic.error(
                        document.at("/avoiding"),
                        "'avoiding' mixes attributes that only nodes have with some that only edges have",
                        "avoid either nodes or edges"));
            }
            return PathQuestion.Avoiding.NOTHING;
        }
        return new PathQuestion.Avoiding(
                aboutNodes ? patterns.read(node, "/avoiding", Attributes.NODE) : null,
                aboutEdges ? patterns.read(node, "/avoiding", ofEdges) : null);
    }

    private static boolean isIn(Diagnostic mistake, String pointer) {
        return mistake.pointer() != null && mistake.pointer().startsWith(pointer);
    }

    private static boolean knowsAll(Attributes attributes, JsonNode node) {
        return node.isObject() && node.propertyStream().allMatch(entry -> attributes.find(entry.getKey()) != null);
    }

    private PathQuestion.@Nullable Fold fold(JsonNode node, Attributes ofEdges) {
        patterns.keys(node, "/fold", Set.of("sum", "product"));
        if (node.size() != 1 || mistakes.stream().anyMatch(mistake -> isIn(mistake, "/fold"))) {
            mistakes.add(Diagnostic.error(
                    document.at("/fold"),
                    "'fold' needs exactly one of 'sum' and 'product'",
                    "for example {sum: latency}"));
            return null;
        }
        boolean product = node.has("product");
        String name = node.path(product ? "product" : "sum").asText();
        String pointer = product ? "/fold/product" : "/fold/sum";
        Attribute ofNodes = Attributes.NODE.find(name);
        boolean onNodes = ofNodes != null && ofNodes.type().adds();
        Attribute attribute = onNodes ? ofNodes : ofEdges.find(name);
        if (attribute == null) {
            Set<String> known = new TreeSet<>(Attributes.NODE.names());
            known.addAll(ofEdges.names());
            patterns.unknown(pointer, name, known, "is not an attribute of nodes or of these edges");
            return null;
        }
        if (!attribute.type().adds() || (product && attribute.type() == Attribute.Type.DURATION)) {
            mistakes.add(Diagnostic.error(
                    document.at(pointer),
                    "'" + name + "' cannot be folded by " + (product ? "product" : "sum"),
                    Nearest.cure(name, Set.of("latency", "retries"), "name a number or, for a sum, a duration")));
            return null;
        }
        return new PathQuestion.Fold(attribute, onNodes, product);
    }
}
