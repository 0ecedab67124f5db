package dev.gatehouse.rules.drools;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.document.Texts;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.findings.Adjustment;
import dev.gatehouse.findings.Need;
import dev.gatehouse.findings.NeedCheck;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.findings.Severity;
import dev.gatehouse.model.Word;
import dev.gatehouse.rules.Parameter;
import dev.gatehouse.rules.RuleSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/// Reads the annotations of a rule file's first rule.
final class Metadata {
    private static final List<String> REQUIRED =
            List.of("id", "gate", "subject", "needs", "severity", "title", "why", "remediation");
    private static final List<String> KNOWN = Stream.concat(REQUIRED.stream(), Stream.of("key", "control", "parameter"))
            .toList();

    private final Drl drl;
    private final Adjustment adjustment;
    private final List<Diagnostic> problems;

    Metadata(Drl drl, Adjustment adjustment, List<Diagnostic> problems) {
        this.drl = drl;
        this.adjustment = adjustment;
        this.problems = problems;
    }

    /// Empty where it cannot be read; what is wrong is among the problems either way.
    Optional<RuleSet.Definition> read() {
        if (drl.rules().isEmpty()) {
            problems.add(Diagnostic.error(Drl.at(drl.source(), 1, 1), "There is no rule in this file", null));
            return Optional.empty();
        }
        int before = problems.size();
        RuleDescr first = drl.rules().getFirst();
        checkNames(first);
        checkAnnotations(first);
        Optional<SubjectKind> subject = word(first, "subject", SubjectKind.class);
        Optional<Severity> severity = word(first, "severity", Severity.class);
        Optional<Rule.Key> key =
                value(first, "key").isEmpty() ? Optional.of(Rule.Key.ENDS) : word(first, "key", Rule.Key.class);
        List<Parameter> parameters = parameters(first);
        List<Need> needs = needs(first, subject.orElse(null), parameters);
        subject.ifPresent(kind -> Matched.check(drl, first, kind, needs, problems));
        if (problems.size() > before || subject.isEmpty() || severity.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        Rule rule = new Rule(
                drl.source().id(),
                drl.source().gate(),
                subject.get(),
                null,
                needs,
                key.get(),
                severity.get(),
                value(first, "title"),
                value(first, "why"),
                value(first, "remediation"),
                list(first, "control"),
                false,
                drl.source().question(),
                Json.digest(RuleSet.Definition.texts(drl.source(), adjustment)),
                drl.source().file());
        return Optional.of(
                new RuleSet.Definition(rule, drl.source(), drl.tree().getNamespace(), parameters, adjustment));
    }

    private void checkNames(RuleDescr first) {
        String id = drl.source().id();
        if (!first.getName().equals(id)) {
            error(
                    first,
                    "rule",
                    "The first rule is named '" + first.getName() + "' in the folder '" + id + "'",
                    "name it '" + id + "'");
        }
        same(first, "id", id);
        same(first, "gate", drl.source().gate());
        drl.rules().stream()
                .skip(1)
                .filter(rule -> !rule.getName().startsWith(id + ": "))
                .forEach(rule -> problems.add(Diagnostic.error(
                        drl.at(rule),
                        "The further rule '" + rule.getName() + "' is not named after '" + id + "'",
                        "name it '" + id + ": ' and what it does")));
    }

    private void same(RuleDescr rule, String annotation, String folder) {
        String value = value(rule, annotation);
        if (!value.isEmpty() && !value.equals(folder)) {
            error(
                    rule,
                    annotation,
                    "@" + annotation + " is '" + value + "' in the folder '" + folder + "'",
                    "did you mean '" + folder + "'?");
        }
    }

    private void checkAnnotations(RuleDescr first) {
        REQUIRED.stream()
                .filter(name -> value(first, name).isBlank())
                .forEach(name -> error(
                        first,
                        first.getAnnotationNames().contains(name) ? name : "rule",
                        "The rule '" + first.getName() + "' has no @" + name,
                        "add @" + name + "(\"…\")"));
        for (RuleDescr rule : drl.rules()) {
            for (String name : rule.getAnnotationNames()) {
                if (!KNOWN.contains(name)) {
                    error(rule, name, "There is no metadata @" + name, Nearest.cure(name, KNOWN, "known are " + KNOWN));
                } else if (!rule.getName().equals(first.getName())) {
                    error(rule, name, "Metadata stands on the first rule only", "remove @" + name);
                }
            }
        }
    }

    /// In a condition `$name` stands for the parameter of that name.
    private List<Need> needs(RuleDescr rule, @Nullable SubjectKind subject, List<Parameter> parameters) {
        return list(rule, "needs").stream()
                .map(text -> parameters.stream()
                        .reduce(
                                text,
                                (all, each) -> all.replace("=$" + each.name() + "]", "=" + each.text() + "]"),
                                (a, _) -> a))
                .flatMap(text -> {
                    NeedCheck.check(text, subject)
                            .ifPresent(wrong -> error(rule, "needs", wrong.message(), wrong.cure()));
                    return Need.parse(text).stream();
                })
                .toList();
    }

    private List<Parameter> parameters(RuleDescr rule) {
        Map<String, String> values = new TreeMap<>();
        for (String text : list(rule, "parameter")) {
            int equals = text.indexOf('=');
            if (equals <= 0) {
                error(rule, "parameter", "'" + text + "' is not a parameter", "write it as 'name = default'");
            } else {
                values.put(
                        text.substring(0, equals).strip(),
                        text.substring(equals + 1).strip());
            }
        }
        adjustment.parameters().forEach((name, value) -> {
            String own = values.replace(name, value);
            if (own != null && Adjustment.number(own).isPresent()) {
                requireNumber(rule, name, value, own);
            } else if (own == null) {
                error(
                        rule,
                        "parameter",
                        "The gate gives the rule '" + rule.getName() + "' a parameter that it does not have: '" + name
                                + "'",
                        Nearest.cure(
                                name, values.keySet(), values.isEmpty() ? "it has none" : "it has " + values.keySet()));
            }
        });
        return values.entrySet().stream()
                .map(entry -> Parameter.of(drl.source().id(), entry.getKey(), entry.getValue()))
                .toList();
    }

    /// With a word where a number is due the rule would compare with nothing, and so never fire.
    private void requireNumber(RuleDescr rule, String name, String value, String own) {
        if (Adjustment.number(value).isEmpty()) {
            error(
                    rule,
                    "parameter",
                    "The gate gives the parameter '" + name + "' of the rule '" + rule.getName() + "' the value '"
                            + Texts.brief(value) + "'",
                    "it takes a number, such as " + own);
        }
    }

    private <E extends Enum<E>> Optional<E> word(RuleDescr rule, String annotation, Class<E> type) {
        String value = value(rule, annotation);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(constant -> Word.of(constant))
                .toList();
        if (!words.contains(value)) {
            error(
                    rule,
                    annotation,
                    "@" + annotation + " is '" + value + "'",
                    Nearest.cure(value, words, "one of " + String.join(", ", words)));
            return Optional.empty();
        }
        return Optional.of(type.getEnumConstants()[words.indexOf(value)]);
    }

    private static List<String> list(RuleDescr rule, String annotation) {
        return Arrays.stream(value(rule, annotation).split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String value(RuleDescr rule, String annotation) {
        AnnotationDescr found = rule.getAnnotation(annotation);
        return found == null || found.getSingleValue() == null
                ? ""
                : AnnotationDescr.unquote(found.getSingleValueAsString()).strip();
    }

    private void error(RuleDescr rule, String annotation, String message, String cure) {
        problems.add(Diagnostic.error(drl.at(rule, annotation), message, cure));
    }
}
