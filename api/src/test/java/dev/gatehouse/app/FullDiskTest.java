package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.access.files.FileTokens;
import dev.gatehouse.app.Served.Outcome;
import dev.gatehouse.cli.Console;
import dev.gatehouse.cli.output.page.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The state folder on a disk of one megabyte.
@Timeout(120)
class FullDiskTest {
    @TempDir
    private Path folder;

    private SmallDisk disk;

    @BeforeEach
    void mounts_a_small_disk() throws IOException {
        disk = SmallDisk.mount(folder, 1);
        Files.writeString(folder.resolve("catalog.yaml"), Shop.CATALOG);
        Files.writeString(folder.resolve("change.yaml"), Shop.change("points", "staging", ""));
    }

    @AfterEach
    void takes_it_away() throws IOException {
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void a_decision_that_cannot_be_kept_is_none_and_leaves_nothing_half_written() throws IOException {
        String[] check = {
            "check", "--catalog", "catalog.yaml", "--change", "change.yaml", "--gate", "resilience", "--source", "shop"
        };
        assertThat(gatehouse(check).exit()).isEqualTo(2);
        long kept = files();
        disk.fill();

        Outcome full = gatehouse(check);
        assertThat(full.exit()).as(full.toString()).isEqualTo(3);
        assertThat(full.out()).isEmpty();
        assertThat(full.err())
                .contains("error: The record could not be written to " + disk.path())
                .contains("No space left on device")
                .contains("check the disk's space");
        assertThat(files()).isEqualTo(kept);

        disk.makeSpace();
        assertThat(gatehouse(check).exit()).isEqualTo(2);
        assertThat(files()).isEqualTo(kept + 1);
    }

    @Test
    void a_token_that_cannot_be_kept_is_none_and_the_others_still_count() throws IOException {
        FileTokens.open(disk.path(), Instant.now());
        assertThat(gatehouse("token", "new", "ann", "--role", "approver").exit())
                .isZero();
        disk.fill();

        Outcome full = gatehouse("token", "new", "bob", "--role", "approver");
        assertThat(full.exit()).as(full.toString()).isEqualTo(3);
        assertThat(full.out()).isEmpty();
        assertThat(full.err()).contains("tokens.json could not be written").contains("No space left on device");

        disk.makeSpace();
        assertThat(gatehouse("token", "list").out()).contains("ann").doesNotContain("bob");
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(disk.path().resolve("decisions"))) {
            return files.count();
        }
    }

    private Outcome gatehouse(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), Terminal.PLAIN, folder);
        System.setProperty("gatehouse.opa", Served.opa().toString());
        try {
            int exit = Main.commandLine(
                            console, Map.of("GATEHOUSE_HOME", disk.path().toString()))
                    .execute(arguments);
            return new Outcome(exit, out.toString(), err.toString());
        } finally {
            System.clearProperty("gatehouse.opa");
        }
    }
}
