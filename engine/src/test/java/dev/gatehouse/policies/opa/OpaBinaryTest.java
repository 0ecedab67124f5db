package dev.gatehouse.policies.opa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.policies.opa.program.OpaBinary;
import dev.gatehouse.policies.opa.program.OpaMissingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpaBinaryTest {
    @TempDir
    Path folder;

    private Path opa(String place, String version) throws IOException {
        Path file = Files.createDirectories(folder.resolve(place)).resolve("opa");
        Files.writeString(file, "#!/bin/sh\necho 'Version: " + version + "'\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file;
    }

    @Test
    void takes_the_one_on_the_path_when_it_is_new_enough() throws IOException {
        Path onPath = opa("bin", "1.100.0");
        opa("home/tools", "1.22.0");
        OpaBinary found = OpaBinary.find(folder.resolve("bin").toString(), folder.resolve("home"));
        assertThat(found).isEqualTo(new OpaBinary(onPath, "1.100.0"));
    }

    @Test
    void takes_the_built_one_when_that_on_the_path_is_too_old() throws IOException {
        opa("bin", "1.9.0");
        Path built = opa("home/tools", "1.22.0");
        assertThat(OpaBinary.find(folder.resolve("bin").toString(), folder.resolve("home"))
                        .path())
                .isEqualTo(built);
    }

    @Test
    void says_how_to_get_it_when_there_is_none() throws IOException {
        Path old = opa("bin", "0.60.0");
        assertThatThrownBy(() -> OpaBinary.find(folder.resolve("bin").toString(), folder.resolve("home")))
                .isInstanceOf(OpaMissingException.class)
                .hasMessageContainingAll("1.22.0", old + " is version 0.60.0", "policies/tool/build.sh");
        assertThatThrownBy(() -> OpaBinary.at(old)).isInstanceOf(OpaMissingException.class);
    }
}
