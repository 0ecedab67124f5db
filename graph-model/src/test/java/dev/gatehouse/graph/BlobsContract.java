package dev.gatehouse.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.document.Digest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every keeper of contents does.
public abstract class BlobsContract {
    private Blobs blobs;

    /// Blobs without any content.
    protected abstract Blobs emptyBlobs() throws Exception;

    @BeforeEach
    void begin() throws Exception {
        blobs = emptyBlobs();
    }

    @Test
    void gives_back_what_was_put_by_its_digest() {
        byte[] sheet = text("sheet");
        byte[] nothing = new byte[0];
        blobs.put(List.of(sheet, nothing));

        assertThat(blobs.get(List.of(Digest.of(sheet), Digest.of(nothing))))
                .containsEntry(Digest.of(sheet), sheet)
                .containsEntry(Digest.of(nothing), nothing);
    }

    @Test
    void has_nothing_for_a_digest_that_was_never_put() {
        assertThat(blobs.get(List.of(Digest.of("never")))).isEmpty();
    }

    @Test
    void puts_the_same_content_again_without_harm() {
        blobs.put(List.of(text("same"), text("same")));
        blobs.put(List.of(text("same"), text("other")));

        assertThat(blobs.get(List.of(Digest.of("same"), Digest.of("other"), Digest.of("never"))))
                .containsOnlyKeys(Digest.of("same"), Digest.of("other"))
                .containsEntry(Digest.of("same"), text("same"));
    }

    @Test
    void keeps_contents_of_several_megabytes() {
        byte[] large = new byte[5_000_000];
        new Random(3).nextBytes(large);
        blobs.put(List.of(large));

        assertThat(blobs.get(List.of(Digest.of(large)))).containsEntry(Digest.of(large), large);
    }

    @Test
    void takes_contents_from_many_threads_at_once() throws Exception {
        try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> writers = IntStream.range(0, 50)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        blobs.put(List.of(text("content " + i), text("shared")));
                        return true;
                    })
                    .toList();
            for (Future<Boolean> writer : tasks.invokeAll(writers)) {
                assertThat(writer.get()).isTrue();
            }
        }
        List<Digest> digests =
                IntStream.range(0, 50).mapToObj(i -> Digest.of("content " + i)).toList();
        assertThat(blobs.get(digests)).hasSize(50);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
