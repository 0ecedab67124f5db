package dev.gatehouse.rules.drools;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Position;
import dev.gatehouse.rules.RuleSource;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.jspecify.annotations.Nullable;

/// A rule.drl, parsed: the tree, and places in the text.
record Drl(RuleSource source, PackageDescr tree) {
    /// Empty where the text has syntax errors, which are added to `problems`.
    static Optional<Drl> parse(RuleSource source, List<Diagnostic> problems) {
        DrlParser parser = new DrlParser();
        try {
            PackageDescr tree = parser.parse(true, new StringReader(source.drl()));
            if (!parser.hasErrors() && tree != null) {
                return Optional.of(new Drl(source, tree));
            }
            parser.getErrors()
                    .forEach(error -> problems.add(
                            error instanceof ParserError syntax
                                    ? Diagnostic.error(
                                            at(source, syntax.getRow(), syntax.getCol() + 1),
                                            plain(syntax.getMessage()),
                                            cure(syntax.getMessage()))
                                    : Diagnostic.error(at(source, 0, 0), plain(error.getMessage()), null)));
        } catch (DroolsParserException e) {
            problems.add(Diagnostic.error(at(source, 0, 0), "Not readable as DRL: " + e.getMessage(), null));
        }
        return Optional.empty();
    }

    /// Its rules, in order.
    List<RuleDescr> rules() {
        return tree.getRules();
    }

    /// Where a part of the tree begins.
    Position at(BaseDescr part) {
        return at(source, part.getLine(), part.getColumn() + 1);
    }

    /// Where the value of an annotation of a rule stands.
    Position at(RuleDescr rule, String annotation) {
        AnnotationDescr found = rule.getAnnotation(annotation);
        return found == null ? at(rule) : locate("@" + annotation, Math.max(rule.getLine(), 1));
    }

    /// The first place of a text, from a line on; the start of that line where it is not found.
    Position locate(String text, int fromLine) {
        List<String> lines = source.drl().lines().toList();
        for (int line = fromLine; line <= lines.size(); line++) {
            int column = lines.get(line - 1).indexOf(text);
            if (column >= 0) {
                return at(source, line, column + 1);
            }
        }
        return at(source, fromLine, 1);
    }

    static Position at(RuleSource source, int line, int column) {
        return new Position(source.file(), line, column, null);
    }

    /// For the two slips that are met most; null for others.
    private static @Nullable String cure(String message) {
        if (message.contains("input '<eof>'")) {
            return "each rule ends with 'end'; is one missing?";
        }
        return message.contains("input '='") ? "values are compared with '=='" : null;
    }

    /// The message without Drools' error number and place, which the diagnostic has.
    static String plain(String message) {
        return message.replaceFirst("^\\[ERR \\d+] Line \\d+:\\d+ ", "").strip();
    }
}
