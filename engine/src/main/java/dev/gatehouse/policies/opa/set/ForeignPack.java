package dev.gatehouse.policies.opa.set;

import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.findings.Severity;
import dev.gatehouse.policies.Policy;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What is taken for granted about a pack without metadata: one policy, about every artifact.
public final class ForeignPack {
    private static final String PACKAGE = "main";
    private static final Pattern MAIN = Pattern.compile("^\\s*package\\s+main\\s*(#.*)?$", Pattern.MULTILINE);

    private ForeignPack() {}

    /// What packs are called: like their folder, and where that tells some not apart, with as many above it as do.
    public static Map<Path, String> names(List<Path> folders) {
        Map<Path, String> names = new LinkedHashMap<>();
        folders.forEach(folder -> names.put(folder, name(full(folder), folders)));
        return names;
    }

    private static String name(Path own, List<Path> folders) {
        List<Path> others = folders.stream()
                .map(ForeignPack::full)
                .filter(other -> !other.equals(own))
                .toList();
        int all = own.getNameCount();
        return IntStream.rangeClosed(1, all)
                .mapToObj(length -> own.subpath(all - length, all))
                .filter(end -> others.stream().noneMatch(other -> other.endsWith(end)))
                .findFirst()
                .orElse(own)
                .toString()
                .replace('\\', '/');
    }

    private static Path full(Path folder) {
        return folder.toAbsolutePath().normalize();
    }

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
