package dev.gatehouse.rules.drools;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.document.Position;
import dev.gatehouse.findings.NeedCheck;
import dev.gatehouse.rules.RuleSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kie.api.builder.Message;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/// Why one rule file does not compile, with exact places. The executable model knows which expressions of
/// consequences are wrong, but not where unknown types and properties stand; the classic compiler knows that.
final class Diagnosis {
    private static final Pattern METADATA = Pattern.compile("@\\w+\\s*\\(\\s*\"(?:\\\\.|[^\"\\\\])*\"\\s*\\)");
    private static final Pattern TYPE = Pattern.compile("Unable to resolve ObjectType '([\\w.]+)'");
    private static final Pattern PROPERTY =
            Pattern.compile("unable to resolve method using strict-mode: ([\\w.$]+)\\.(\\w+)\\(");
    private static final Pattern NUMBER = Pattern.compile("For input string: \"(.*?)\"");
    private static final Pattern METHOD =
            Pattern.compile("The method (\\w+)\\(.*?\\) is undefined for the type (\\w+)");
    private static final String CONSEQUENCE = "Rule Compilation error";

    private final RuleSource source;
    private final Masked text;
    private final List<Diagnostic> problems = new ArrayList<>();

    private Diagnosis(RuleSource source) {
        this.source = source;
        this.text = new Masked(source);
    }

    /// Empty where it compiles.
    static List<Diagnostic> of(RuleSource source, String packageName) {
        Diagnosis diagnosis = new Diagnosis(source);
        List<Message> messages = List.of();
        try {
            messages = Compiled.errors(List.of(new Compiled.Text(packageName, source.drl())));
            if (messages.isEmpty()) {
                return List.of();
            }
        } catch (RuntimeException | LinkageError e) {
            diagnosis.thrown(e);
        }
        diagnosis.consequences(messages);
        diagnosis.classic();
        if (diagnosis.problems.isEmpty()) {
            messages.forEach(message -> diagnosis.add(Drl.at(source, 1, 1), firstLine(message.getText()), null));
        }
        return diagnosis.problems;
    }

    /// The compiler stumbled: over a text that should be a number, or over something that it does not tell.
    private void thrown(Throwable thrown) {
        Matcher number = NUMBER.matcher(String.valueOf(thrown.getMessage()));
        if (number.find()) {
            Position at = locate("\"" + number.group(1) + "\"", 1);
            add(at, "'" + number.group(1) + "' is compared with a number", "write it without quotes, as a number");
        } else {
            add(
                    Drl.at(source, 1, 1),
                    "The rule compiler cannot read this file ("
                            + thrown.getClass().getSimpleName() + ")",
                    "take conditions out one by one to find the one it stumbles over");
        }
    }

    /// Errors in generated Java, each followed in the end by the generated text: the same statement is looked up in
    /// the rule.
    private void consequences(List<Message> messages) {
        List<Message> open = new ArrayList<>();
        for (Message message : messages) {
            if (message.getText().startsWith("Java source of ")) {
                String java = message.getText().substring(message.getText().indexOf('\n') + 1);
                open.forEach(error -> statement(java, error));
                open.clear();
            } else if (message.getLine() > 0 && message.getColumn() > 0) {
                open.add(message);
            }
        }
    }

    private void statement(String java, Message error) {
        List<String> lines = java.lines().toList();
        if (error.getLine() > lines.size()) {
            return;
        }
        String line = lines.get(error.getLine() - 1);
        int column = error.getColumn() - java.indexOf(line, offset(lines, error.getLine()));
        String letters = line.replaceAll("\\s", "");
        int skipped = line.substring(0, Math.clamp(column, 0, line.length()))
                .replaceAll("\\s", "")
                .length();
        StringBuilder anySpace = new StringBuilder();
        letters.chars()
                .forEach(c ->
                        anySpace.append(Pattern.quote(Character.toString(c))).append("\\s*"));
        Matcher found = Pattern.compile(anySpace.toString()).matcher(source.drl());
        if (!letters.isEmpty() && found.find()) {
            int at = found.start();
            for (int left = skipped; left > 0; at++) {
                left -= Character.isWhitespace(source.drl().charAt(at)) ? 0 : 1;
            }
            add(text.at(at), plain(error.getText()), cure(error.getText()));
        }
    }

    private static int offset(List<String> lines, int number) {
        return lines.subList(0, number - 1).stream()
                .mapToInt(line -> line.length() + 1)
                .sum();
    }

    private void classic() {
        try {
            ClassLoader loader = Diagnosis.class.getClassLoader();
            KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder(
                    KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(null, loader));
            byte[] bytes = withoutMetadata().getBytes(StandardCharsets.UTF_8);
            builder.add(ResourceFactory.newByteArrayResource(bytes), ResourceType.DRL);
            builder.getErrors().forEach(this::classic);
        } catch (RuntimeException | LinkageError e) {
            thrown(e);
        }
    }

    /// The classic compiler takes `@subject` for a class, and after that knows no `Subject` any more.
    private String withoutMetadata() {
        return METADATA.matcher(source.drl()).replaceAll(found -> found.group().replaceAll("[^\n]", " "));
    }

    private void classic(KnowledgeBuilderError error) {
        String message = error.getMessage();
        int line = error.getLines().length == 0 ? 1 : Math.max(1, error.getLines()[0]);
        Matcher type = TYPE.matcher(message);
        Matcher property = PROPERTY.matcher(message);
        if (type.find()) {
            String name = type.group(1);
            add(locate(name, line), "There is no fact '" + name + "'", notThere(name));
        } else if (property.find()) {
            add(
                    locate(property.group(2), line),
                    unknown(property.group(1), property.group(2)),
                    attributes(property.group(1), property.group(2)));
        } else if (!message.startsWith(CONSEQUENCE) && !message.startsWith("Unable to analyze expression")) {
            Diagnostic placed = Diagnostic.error(locate("", line), plain(message), null);
            if (line > 1 || problems.isEmpty()) {
                problems.add(placed);
            }
        }
    }

    private static String unknown(String type, String name) {
        return simple(type) + " has no '" + name + "'";
    }

    private static @Nullable String cure(String message) {
        Matcher method = METHOD.matcher(message);
        return method.find() ? attributes(method.group(2), method.group(1)) : null;
    }

    private static @Nullable String attributes(String type, String name) {
        Class<?> meant = Vocabulary.TYPES.get(name);
        if (meant != null) {
            return "import " + meant.getCanonicalName();
        }
        return Optional.ofNullable(Vocabulary.TYPES.get(simple(type)))
                .map(NeedCheck::names)
                .map(known -> Nearest.cure(name, known, "it has " + String.join(", ", known)))
                .orElse(null);
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static String plain(String message) {
        Matcher method = METHOD.matcher(message);
        return method.find() ? unknown(method.group(2), method.group(1)) : firstLine(Drl.plain(message));
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").strip();
    }

    private Position locate(String token, int line) {
        int from = text.line(line);
        int at = source.drl().indexOf(token, from);
        while (token.isEmpty()
                && at + 1 < source.drl().length()
                && Character.isWhitespace(source.drl().charAt(at))) {
            at++;
        }
        return text.at(at < 0 ? from : at);
    }

    private void add(Position at, String message, @Nullable String cure) {
        problems.add(Diagnostic.error(at, message, cure));
    }

    /// A fact that is there was not imported.
    private static String notThere(String name) {
        Class<?> known = Vocabulary.TYPES.get(name);
        return known == null
                ? Nearest.cure(name, Vocabulary.TYPES.keySet(), "see the facts in dev.gatehouse.facts")
                : "add: import " + known.getName() + ";";
    }
}
