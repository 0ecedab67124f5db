package dev.gatehouse.rules.drools;

import dev.gatehouse.document.Position;
import dev.gatehouse.rules.RuleSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text in which comments and the contents of strings are blanks, so that what is found in it is code, at the same
/// offsets.
final class Masked {
    private static final Pattern QUIET =
            Pattern.compile("//[^\n]*|/\\*.*?\\*/|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'", Pattern.DOTALL);

    private final RuleSource source;
    private final String code;

    Masked(RuleSource source) {
        this.source = source;
        this.code = QUIET.matcher(source.drl()).replaceAll(quiet -> Matcher.quoteReplacement(blank(quiet.group())));
    }

    private static String blank(String text) {
        return text.replaceAll("[^\n\"']", " ");
    }

    /// The same length and lines as the source.
    String code() {
        return code;
    }

    /// The offset of the first place of a word from an offset on; the end where there is none.
    int word(String word, int from) {
        Matcher matcher = Pattern.compile("\\b" + word + "\\b").matcher(code);
        return matcher.find(Math.min(from, code.length())) ? matcher.start() : code.length();
    }

    /// The offset at which a line begins, counted from 1.
    int line(int number) {
        int offset = 0;
        for (int line = 1; line < number; line++) {
            offset = code.indexOf('\n', offset) + 1;
        }
        return offset;
    }

    /// The place of an offset.
    Position at(int offset) {
        String before = code.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return Drl.at(source, line, offset - before.lastIndexOf('\n'));
    }
}
