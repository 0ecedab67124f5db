package dev.gatehouse.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// The files beside the tests.
final class Resources {
    private static final Path SOURCES = Path.of(System.getProperty("gatehouse.root", ".."))
            .resolve("api/src/test/resources")
            .resolve(Resources.class.getPackageName().replace('.', '/'));

    private Resources() {}

    static InputStream open(String name) {
        return Objects.requireNonNull(Resources.class.getResourceAsStream(name), name);
    }

    /// That a text is what its golden file holds. To write these anew, run with `-Dgatehouse.golden=write` and read the
    /// difference.
    static void assertGolden(String name, String text) {
        if (System.getProperty("gatehouse.golden", "").equals("write")) {
            try {
                Files.writeString(SOURCES.resolve(name), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } else {
            assertThat(text).isEqualTo(text(name));
        }
    }

    static String text(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
