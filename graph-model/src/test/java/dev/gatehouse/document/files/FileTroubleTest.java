package dev.gatehouse.document.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FileTroubleTest {
    @Test
    void says_why_and_never_names_the_file_again() {
        assertThat(FileTrouble.why(new NoSuchFileException("a.yaml"))).isEqualTo("there is no such file");
        assertThat(FileTrouble.why(new AccessDeniedException("a.yaml"))).isEqualTo("access is denied");
        assertThat(FileTrouble.why(new FileSystemException("a.yaml", null, "No space left on device")))
                .isEqualTo("No space left on device");
        assertThat(FileTrouble.why(new UncheckedIOException(new NoSuchFileException("a.yaml"))))
                .isEqualTo("there is no such file");
        assertThat(FileTrouble.why(new IOException())).isEqualTo("no reason is given");
    }
}
