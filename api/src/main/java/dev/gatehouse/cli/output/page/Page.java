package dev.gatehouse.cli.output.page;

import java.util.ArrayList;
import java.util.List;

/// Text for people, line by line, no line wider than the terminal unless a single word is. Whatever is put on
/// it is made harmless first.
public final class Page {
    private final Terminal terminal;
    private final StringBuilder text = new StringBuilder();

    public Page(Terminal terminal) {
        this.terminal = terminal;
    }

    public int width() {
        return terminal.width();
    }

    /// How a stretch of text looks where colour is allowed.
    public enum Style {
        PLAIN(""),
        BOLD("1"),
        DIM("2"),
        GOOD("32"),
        CAREFUL("33"),
        BAD("1;31");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }

    public Page blank() {
        text.append('\n');
        return this;
    }

    /// One line as it is, never wrapped.
    public Page line(int indent, String line, Style style) {
        text.append(" ".repeat(indent))
                .append(styled(SafeText.line(line), style))
                .append('\n');
        return this;
    }

    /// A paragraph, wrapped at spaces.
    public Page paragraph(int indent, String paragraph, Style style) {
        return paragraph(" ".repeat(indent), indent, paragraph, style);
    }

    /// A paragraph that begins behind a label; its further lines are indented.
    public Page paragraph(String label, int indent, String paragraph, Style style) {
        String first = SafeText.line(label);
        String pad = " ".repeat(Math.max(0, indent - length(first)));
        List<String> lines = wrap(SafeText.line(paragraph), terminal.width() - Math.max(indent, length(first)));
        text.append(first).append(lines.isEmpty() ? "" : pad);
        for (int i = 0; i < lines.size(); i++) {
            text.append(i == 0 ? "" : " ".repeat(indent))
                    .append(styled(lines.get(i), style))
                    .append('\n');
        }
        return lines.isEmpty() ? blank() : this;
    }

    /// A line that begins with a styled word behind a label, padded to a width, and goes on as a paragraph.
    public Page entry(String label, String word, Style style, int padTo, String rest) {
        String lead = SafeText.line(label);
        String safe = SafeText.line(word);
        String pad = " ".repeat(Math.max(2, padTo - length(safe)));
        int column = length(lead) + length(safe) + pad.length();
        text.append(lead).append(styled(safe, style));
        String newLine = "\n" + " ".repeat(column);
        List<String> lines = wrap(SafeText.line(rest), terminal.width() - column);
        text.append(lines.isEmpty() ? "" : pad)
                .append(String.join(newLine, lines))
                .append('\n');
        return this;
    }

    /// The same, the word as wide as it is.
    public Page entry(String label, String word, Style style, String rest) {
        return entry(label, word, style, length(SafeText.line(word)) + 2, rest);
    }

    private String styled(String safe, Style style) {
        return terminal.colour() && !style.code.isEmpty() && !safe.isEmpty()
                ? "\u001b[" + style.code + "m" + safe + "\u001b[0m"
                : safe;
    }

    /// Columns that a harmless text takes, each character counted as one.
    public static int length(String safe) {
        return safe.codePointCount(0, safe.length());
    }

    private static List<String> wrap(String safe, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : safe.strip().split(" +")) {
            if (!line.isEmpty() && length(line.toString()) + 1 + length(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
