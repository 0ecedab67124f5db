package dev.gatehouse.document.yaml;

import dev.gatehouse.document.Document;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// The text of one YAML document of a file, with the number of lines before it. Documents are cut apart at their marks
/// (`---` and `...` cannot stand at the start of a line inside of a document), so that a broken one leaves the others
/// readable.
record YamlText(String file, String text, int linesBefore) {
    static List<YamlText> split(String file, String text) {
        List<YamlText> parts = new ArrayList<>();
        int start = 0;
        int startLine = 0;
        int line = 0;
        boolean begun = false;
        for (int at = 0; at < text.length(); line++) {
            int next = text.indexOf('\n', at) + 1;
            next = next == 0 ? text.length() : next;
            boolean mark = isMark(text, at, "---");
            if (mark && begun) {
                parts.add(new YamlText(file, text.substring(start, at), startLine));
                start = at;
                startLine = line;
            } else if (isMark(text, at, "...")) {
                parts.add(new YamlText(file, text.substring(start, at), startLine));
                start = next;
                startLine = line + 1;
                begun = false;
            }
            begun |= mark || isContent(text, at, next);
            at = next;
        }
        parts.add(new YamlText(file, text.substring(start), startLine));
        return parts;
    }

    private static boolean isMark(String text, int at, String mark) {
        return text.startsWith(mark, at) && (at + 3 == text.length() || Character.isWhitespace(text.charAt(at + 3)));
    }

    private static boolean isContent(String text, int from, int to) {
        if (isMark(text, from, "...") || text.charAt(from) == '%') {
            return false;
        }
        int at = from;
        while (at < to && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < to && text.charAt(at) != '#';
    }

    Document read(TreeBuilder builder) throws UnreadableException {
        builder.startDocument();
        try {
            new YamlEvents(text, linesBefore, builder).read();
            return builder.document();
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
            int line = mark == null ? 1 : mark.getLine() + 1;
            int column = mark == null ? 1 : mark.getColumn() + 1;
            throw broken(builder, line, column, problem(e));
        } catch (ReaderException e) {
            int line = (int) text.codePoints()
                            .limit(e.getPosition())
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            throw broken(builder, line, 1, String.format("the character U+%04X is not allowed", e.getCodePoint()));
        } catch (YamlEngineException e) {
            throw broken(builder, 1, 1, String.valueOf(e.getMessage()));
        }
    }

    private static String problem(MarkedYamlEngineException e) {
        String context = e.getContext() == null ? "" : e.getContext() + ": ";
        return context + e.getProblem();
    }

    private UnreadableException broken(TreeBuilder builder, int line, int column, String problem) {
        return UnreadableException.document(
                builder.at(linesBefore + line, column), "not valid YAML: " + problem, cure(line, problem));
    }

    private String cure(int line, String problem) {
        String there = text.lines().skip(line - 1L).findFirst().orElse("");
        if (problem.contains("(TAB)")) {
            return "indent with spaces";
        }
        return there.contains("{{")
                ? "this looks like a template; render it first"
                : "look at this line and the one before";
    }
}
