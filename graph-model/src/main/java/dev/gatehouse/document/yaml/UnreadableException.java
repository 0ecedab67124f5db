package dev.gatehouse.document.yaml;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Position;
import java.io.Serial;

/// Ends the reading of a document, or of the whole file, with what is to be told.
final class UnreadableException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;
    private final Extent extent;

    private UnreadableException(Diagnostic diagnostic, Extent extent) {
        super(diagnostic.toString(), null, false, false);
        this.diagnostic = diagnostic;
        this.extent = extent;
    }

    /// Nothing of the file can be read, or nothing more.
    static UnreadableException file(String name, int line, int column, String message, String cure) {
        return file(Diagnostic.error(new Position(name, line, column, null), message, cure));
    }

    /// The same with what is told of it.
    static UnreadableException file(Diagnostic diagnostic) {
        return new UnreadableException(diagnostic, Extent.FILE);
    }

    /// Nothing more of the file is read, since it holds far more than its length tells.
    static UnreadableException explosion(String name, int line, int column, String message, String cure) {
        return new UnreadableException(
                Diagnostic.error(new Position(name, line, column, null), message, cure), Extent.EXPLOSION);
    }

    /// One document cannot be read; others of its file can.
    static UnreadableException document(Position at, String message, String cure) {
        return new UnreadableException(
                Diagnostic.error(at, message + "; this document was not read, so the reading is incomplete", cure),
                Extent.DOCUMENT);
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }

    boolean endsFile() {
        return extent != Extent.DOCUMENT;
    }

    boolean explodes() {
        return extent == Extent.EXPLOSION;
    }

    private enum Extent {
        DOCUMENT,
        FILE,
        EXPLOSION
    }
}
