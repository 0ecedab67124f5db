package dev.gatehouse.app;

import static dev.gatehouse.app.Served.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.Served.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class FullDiskServerTest {
    @TempDir
    private Path folder;

    @Test
    void a_server_whose_disk_is_full_says_so_keeps_what_it_acknowledged_and_goes_on_once_there_is_space()
            throws IOException {
        try (SmallDisk disk = SmallDisk.mount(folder, 64);
                Served server = Served.start(disk.path().resolve("state"), folder)) {
            assertThat(imported(server, "shop", Shop.CATALOG).status()).isEqualTo(200);
            disk.fill();

            Answer full = imported(server, "many", many());
            assertThat(full.status()).as(full.toString()).isEqualTo(503);
            assertThat(full.detail()).startsWith("The graph at bolt://").contains("space on its disk?");

            disk.makeSpace();
            await(() -> server.get("/health/ready").status() == 200);
            assertThat(exists(server, "checkout")).isTrue();
            assertThat(exists(server, "many-0")).isFalse();
            assertThat(imported(server, "many", many()).status()).isEqualTo(200);
            assertThat(exists(server, "many-999")).isTrue();
        }
    }

    private static Answer imported(Served server, String source, String content) {
        return server.post("/api/v1/catalog", Map.of("source", source, "files", List.of(Shop.file(content))));
    }

    private static String many() {
        return IntStream.range(0, 1000)
                .mapToObj(i -> Shop.component("many-" + i))
                .collect(Collectors.joining("---\n"));
    }

    private static boolean exists(Served server, String component) {
        return server.get("/api/v1/entities/component/default/" + component).status() == 200;
    }
}
