package dev.gatehouse.document.files;

import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/// Why a file cannot be read or written, without its name: whoever tells it has said that.
public final class FileTrouble {
    private FileTrouble() {}

    public static String why(Exception e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "access is denied";
            case NotDirectoryException _ -> "it is no folder";
            case CharacterCodingException _ -> "it is not UTF-8 text";
            case UncheckedIOException wrapped when wrapped.getCause() != null -> why(wrapped.getCause());
            case FileSystemException of when of.getReason() != null -> of.getReason();
            default -> Objects.requireNonNullElse(e.getMessage(), "no reason is given");
        };
    }
}
