package dev.gatehouse.access.files;

import dev.gatehouse.document.files.FileTrouble;
import dev.gatehouse.document.files.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that only its owner can read, written whole or not at all.
record PrivateFile(Path folder, String name) {
    /// Replaces the content.
    void write(byte[] content) {
        try {
            WholeFile.write(path(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    path() + " could not be written (" + FileTrouble.why(e)
                            + "); check the disk's space and the folder's permissions",
                    e);
        }
    }

    private Path path() {
        return folder.resolve(name);
    }

    boolean exists() {
        return Files.exists(path());
    }

    byte[] read() {
        try {
            return WholeFile.read(path(), WholeFile.LARGEST);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    path() + " could not be read (" + FileTrouble.why(e) + "); check its permissions", e);
        }
    }
}
