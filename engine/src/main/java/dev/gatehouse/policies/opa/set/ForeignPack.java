package dev.gatehouse.policies.opa.set;

import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.findings.Severity;
import dev.gatehouse.policies.Policy;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What is taken for granted about a pack without metadata: one policy, about every artifact.
public final class ForeignPack {
    private static final String PACKAGE = "main";
    private static final Pattern MAIN = Pattern.compile("^\\s*package\\s+main\\s*(#.*)?$", Pattern.MULTILINE);

    private ForeignPack() {}

    static Policy policy(String pack, Map<String, String> texts) {
        if (texts.values().stream().noneMatch(text -> MAIN.matcher(text).find())) {
            throw new InvalidInputException(
                    "The policies in " + pack + " have no package main, so nothing of them would be asked",
                    "put what is to be asked into package main");
        }
        Rule rule = new Rule(
                pack,
                "compliance",
                SubjectKind.ARTIFACT,
                null,
                List.of(),
                Rule.Key.SUBJECT,
                Severity.HIGH,
                "The policies in " + pack + " hold",
                "The policy pack " + pack + " forbids it.",
                "See the message.",
                List.of(),
                false,
                null,
                Json.digest(texts),
                pack);
        return new Policy(rule, List.of(PACKAGE));
    }
}
