package dev.gatehouse.policies.opa;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.Json;
import dev.gatehouse.facts.Citation;
import dev.gatehouse.facts.Edge;
import dev.gatehouse.facts.Measure;
import dev.gatehouse.facts.sheet.FactSheet;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.findings.Finding;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.findings.Severity;
import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.policies.opa.OpaFailure.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what a policy says into findings. What does not have the documented shape is a failure of the policy.
///
/// @param document the artifact's document that it was asked about; null on other sheets
record FindingReader(Rule rule, FactSheet sheet, @Nullable String document) {
    private static final Set<String> KNOWN = Set.of("msg", "severity", "path", "facts", "measure", "key", "details");
    private static final Pattern PREFIX = Pattern.compile("^(deny|violation|warn)_?");

    /// @param sets for each set its value in a list, empty where it is undefined
    List<Finding> read(JsonNode sets) throws OpaFailure {
        Set<String> excepted = excepted(sets.path(EntryModules.EXCEPTION).path(0));
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, JsonNode> set : sets.properties()) {
            if (set.getKey().equals(EntryModules.EXCEPTION)
                    || excepted.contains(PREFIX.matcher(set.getKey()).replaceFirst(""))) {
                continue;
            }
            for (JsonNode message : messages(set.getKey(), set.getValue().path(0))) {
                findings.add(finding(set.getKey(), message));
            }
        }
        return findings;
    }

    /// The names behind the prefix of the sets that a pack of conftest's takes off this input: a set of
    /// lists of them. Gatehouse's own policies have waivers for that.
    private Set<String> excepted(JsonNode exceptions) {
        Set<String> names = new TreeSet<>();
        if (isForeign()) {
            exceptions.forEach(list -> list.forEach(name -> names.add(name.asText())));
        }
        return names;
    }

    private boolean isForeign() {
        return rule.subject() == SubjectKind.ARTIFACT && rule.artifactKind() == null;
    }

    private Iterable<JsonNode> messages(String set, JsonNode value) throws OpaFailure {
        if (value.isArray()) {
            return value;
        }
        if (value.isTextual() || value.isObject()) {
            return List.of(value);
        }
        if (value.isMissingNode() || (value.isBoolean() && !value.asBoolean())) {
            return List.of();
        }
        throw nonsense(set + " is " + value + " instead of a set of messages");
    }

    private Finding finding(String set, JsonNode message) throws OpaFailure {
        try {
            return message.isTextual() ? plain(set, message.asText()) : full(set, message);
        } catch (IllegalArgumentException e) {
            throw nonsense(set + " holds " + message + ": " + e.getMessage());
        }
    }

    private Finding plain(String set, String text) {
        return new Finding(
                rule.id(), sheet.subject(), List.of(), severity(set), text, null, List.of(), withDocument(List.of()));
    }

    private Finding full(String set, JsonNode message) {
        if (!message.path("msg").isTextual()) {
            throw new IllegalArgumentException("it has no msg");
        }
        Set<String> unknown = new TreeSet<>();
        message.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty() && rule.artifactKind() == null && document == null) {
            throw new IllegalArgumentException("unknown keys " + unknown);
        }
        List<Hop> path = path(message.path("path"));
        return new Finding(
                rule.id(),
                sheet.subject(),
                message.has("key") ? refs(message.path("key")) : texts(rule.key().of(path).stream()),
                message.has("severity") ? severityOf(message.path("severity").asText()) : severity(set),
                message.path("msg").asText(),
                message.has("measure") ? Json.fromTree(message.path("measure"), Measure.class) : null,
                path,
                withDocument(facts(message.path("facts"))));
    }

    private Severity severity(String set) {
        return set.startsWith("warn") ? Severity.LOW : rule.severity();
    }

    private static Severity severityOf(String word) {
        return Severity.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private List<Hop> path(JsonNode path) {
        Map<EntityRef, Hop> edges = sheet.facts()
                .filter(Edge.class::isInstance)
                .map(fact -> ((Edge) fact).hop())
                .collect(Collectors.toMap(Hop::edge, hop -> hop, (first, _) -> first));
        List<Hop> hops = new ArrayList<>();
        for (JsonNode hop : path) {
            Hop found = hop.isTextual() ? edges.get(EntityRef.parse(hop.asText())) : Json.fromTree(hop, Hop.class);
            if (found == null) {
                throw new IllegalArgumentException("no edge " + hop.asText() + " is on the sheet");
            }
            hops.add(found);
        }
        return hops;
    }

    private static List<String> texts(Stream<EntityRef> refs) {
        return refs.map(EntityRef::toString).toList();
    }

    private static List<String> refs(JsonNode texts) {
        return texts(texts.valueStream().map(text -> EntityRef.parse(text.asText())));
    }

    private List<Citation> facts(JsonNode facts) {
        List<Citation> cited = new ArrayList<>();
        for (JsonNode fact : facts) {
            EntityRef ref = fact.has("ref") ? EntityRef.parse(fact.path("ref").asText()) : sheet.subject();
            JsonNode value = fact.path("value");
            boolean missing = value.isMissingNode() || value.isNull();
            String text = missing ? null : value.isTextual() ? value.asText() : Json.write(value);
            cited.add(Citation.of(ref, fact.path("name").asText(), text));
        }
        return cited;
    }

    private List<Citation> withDocument(List<Citation> facts) {
        if (document == null) {
            return facts;
        }
        List<Citation> all = new ArrayList<>(List.of(Citation.of(sheet.subject(), "document", document)));
        all.addAll(facts);
        return all;
    }

    private OpaFailure nonsense(String message) {
        return new OpaFailure(Kind.NONSENSE, rule.file() + ": " + message);
    }
}
