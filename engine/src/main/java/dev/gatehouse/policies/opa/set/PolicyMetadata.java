package dev.gatehouse.policies.opa.set;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Digest;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.document.Position;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.findings.Need;
import dev.gatehouse.findings.NeedCheck;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.findings.Severity;
import dev.gatehouse.model.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The metadata of one policy. What is wrong with it is added to the mistakes, and then the rule is not to be used.
public final class PolicyMetadata {
    private static final Set<String> KNOWN = Set.of(
            "gate", "id", "subject", "needs", "severity", "controls", "remediation", "artifact", "key", "shadow");

    private final String pack;
    private final JsonNode annotations;
    private final JsonNode custom;
    private final Position at;
    private final List<Diagnostic> mistakes;

    PolicyMetadata(String pack, String file, JsonNode annotation, List<Diagnostic> mistakes) {
        this.pack = pack;
        this.annotations = annotation.path("annotations");
        this.custom = annotations.path("custom");
        JsonNode location = annotation.path("location");
        this.at = new Position(
                file, location.path("row").asInt(1), location.path("col").asInt(1), null);
        this.mistakes = mistakes;
    }

    Rule rule(Digest digest) {
        custom.fieldNames().forEachRemaining(this::known);
        String[] words = pack.split("\\.");
        same("gate", words[1]);
        same("id", words[2].replace('_', '-'));
        SubjectKind subject = word("subject", SubjectKind.class, null);
        return new Rule(
                custom.path("id").asText(),
                custom.path("gate").asText(),
                subject,
                artifact(subject),
                needs(subject),
                word("key", Rule.Key.class, Rule.Key.ENDS),
                word("severity", Severity.class, null),
                text(annotations, "title"),
                text(annotations, "description"),
                text(custom, "remediation"),
                texts("controls"),
                custom.path("shadow").asBoolean(false),
                null,
                digest,
                at.file() == null ? "" : at.file());
    }

    private void known(String key) {
        if (!KNOWN.contains(key)) {
            wrong("custom has an unknown key '" + key + "'", Nearest.cure(key, KNOWN, "known are " + KNOWN));
        }
    }

    private void same(String key, String expected) {
        String found = custom.path(key).asText();
        if (!found.equals(expected)) {
            wrong(
                    "custom." + key + " is '" + found + "', while the package is " + pack,
                    "write " + key + ": " + expected);
        }
    }

    private @Nullable String artifact(SubjectKind subject) {
        boolean about = subject == SubjectKind.ARTIFACT;
        if (about != custom.has("artifact")) {
            wrong(
                    about ? "custom.artifact is missing" : "custom.artifact stands beside another subject",
                    "policies with subject: artifact, and only those, name the kind of artifact, such as kubernetes");
        }
        return about ? custom.path("artifact").asText() : null;
    }

    private List<Need> needs(SubjectKind subject) {
        SubjectKind known = Word.of(subject).equals(custom.path("subject").asText()) ? subject : null;
        List<Need> needs = new ArrayList<>();
        for (String text : texts("needs")) {
            Need.parse(text).ifPresent(needs::add);
            NeedCheck.check(text, known)
                    .ifPresent(mistake -> wrong("custom.needs: " + mistake.message(), mistake.cure()));
        }
        return needs;
    }

    private List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        custom.path(key).forEach(value -> texts.add(value.asText()));
        if (custom.has(key) && !custom.path(key).isArray()) {
            wrong(
                    "custom." + key + " is no list",
                    "write " + key + ": [" + custom.path(key).asText() + "]");
        }
        return texts;
    }

    private String text(JsonNode parent, String key) {
        String text = parent.path(key).asText().strip();
        if (text.isEmpty()) {
            wrong(key + " is missing", "write one sentence");
        }
        return text;
    }

    private <E extends Enum<E>> E word(String key, Class<E> type, @Nullable E otherwise) {
        String found = custom.path(key).asText();
        if (found.isEmpty() && otherwise != null) {
            return otherwise;
        }
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(constant -> Word.of(constant))
                .toList();
        int index = words.indexOf(found);
        if (index < 0) {
            wrong(
                    "custom." + key + " is '" + found + "'",
                    Nearest.cure(found, words, "one of " + String.join(", ", words)));
        }
        return type.getEnumConstants()[Math.max(0, index)];
    }

    private void wrong(String message, String cure) {
        mistakes.add(Diagnostic.error(at, pack + ": " + message, cure));
    }
}
