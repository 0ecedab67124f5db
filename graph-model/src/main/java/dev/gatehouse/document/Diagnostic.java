package dev.gatehouse.document;

import dev.gatehouse.model.Word;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// One thing that is wrong with an input: where, what, and the likely cure. The same text on every face.
///
/// @param file as the user named it; null where the input has no name
/// @param line 1-based, 0 where there is none
/// @param column 1-based, 0 where there is none
/// @param pointer JSON pointer to the offending value in its document, null where there is none
/// @param message names the value, the subject and the limit
/// @param cure one line; null where nothing is likelier than anything else
public record Diagnostic(
        Severity severity,
        @Nullable String file,
        int line,
        int column,
        @Nullable String pointer,
        String message,
        @Nullable String cure)
        implements Comparable<Diagnostic> {

    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(
                    (Diagnostic diagnostic) -> diagnostic.file == null ? "" : diagnostic.file)
            .thenComparingInt(Diagnostic::line)
            .thenComparingInt(Diagnostic::column)
            .thenComparing(Diagnostic::message);

    /// What comes from an input is made visible, so that it steers no terminal.
    public Diagnostic {
        file = file == null ? null : Texts.visible(file, false);
        message = Texts.visible(message, true);
        cure = cure == null ? null : Texts.visible(cure, true);
    }

    /// An error without a place.
    public static Diagnostic error(String message, @Nullable String cure) {
        return new Diagnostic(Severity.ERROR, null, 0, 0, null, message, cure);
    }

    /// An error at a place.
    public static Diagnostic error(Position at, String message, @Nullable String cure) {
        return new Diagnostic(Severity.ERROR, at.file(), at.line(), at.column(), at.pointer(), message, cure);
    }

    /// A warning at a place.
    public static Diagnostic warning(Position at, String message, @Nullable String cure) {
        return new Diagnostic(Severity.WARNING, at.file(), at.line(), at.column(), at.pointer(), message, cure);
    }

    /// What is worth knowing, at a place.
    public static Diagnostic note(Position at, String message, @Nullable String cure) {
        return new Diagnostic(Severity.NOTE, at.file(), at.line(), at.column(), at.pointer(), message, cure);
    }

    /// The same with another cure.
    public Diagnostic curedBy(String other) {
        return new Diagnostic(severity, file, line, column, pointer, message, other);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }

    /// `file:line:column: message; cure`, where it is known what it is.
    public String words() {
        return place() + told();
    }

    /// `file:line:column: error: message; cure`
    @Override
    public String toString() {
        return place() + Word.of(severity) + ": " + told();
    }

    private String told() {
        return cure == null ? message : message + "; " + cure;
    }

    private String place() {
        StringBuilder text = new StringBuilder();
        if (file != null) {
            text.append(file);
            if (line > 0) {
                text.append(':').append(line);
                if (column > 0) {
                    text.append(':').append(column);
                }
            }
            text.append(": ");
        }
        return text.toString();
    }

    /// Errors make an input unusable; what warnings tell is probably not meant; notes tell what is otherwise not seen.
    public enum Severity {
        ERROR,
        WARNING,
        NOTE
    }
}
